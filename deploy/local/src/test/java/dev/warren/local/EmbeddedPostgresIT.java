package dev.warren.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {
    @TempDir
    private Path folder;

    @Test
    void durableServer_killedAfterACommit_hasTheRowWhenItIsStartedAgain() throws Exception {
        // Given
        var options = new ServerOptions(FreePorts.any(), folder.resolve("data"), folder.resolve("log"), true);
        try (var first = EmbeddedPostgres.start(options)) {
            execute(first, "CREATE TABLE word (text text)");
            execute(first, "INSERT INTO word VALUES ('kept')");
            assertThat(query(first, "SHOW fsync")).isEqualTo("on");

            // When
            first.process().destroyForcibly();
            Processes.hasEnded(first.process(), Duration.ofSeconds(10));
        }

        // Then
        try (var second = EmbeddedPostgres.start(options)) {
            assertThat(query(second, "SELECT text FROM word")).isEqualTo("kept");
        }
    }

    @Test
    void twoServers_sideBySide_doNotSeeEachOther() throws Exception {
        try (var one = EmbeddedPostgres.start(ServerOptions.throwaway(folder.resolve("one")));
                var two = EmbeddedPostgres.start(ServerOptions.throwaway(folder.resolve("two")))) {
            one.ensureDatabase("only_here");

            assertThat(count(one)).isEqualTo("1");
            assertThat(count(two)).isEqualTo("0");
        }
    }

    @Test
    void close_clientStillConnected_endsTheServer() throws Exception {
        // Given
        var server = EmbeddedPostgres.start(ServerOptions.throwaway(folder.resolve("data")));
        try (var connection = connect(server)) {
            // When
            server.close();

            // Then
            assertThat(server.process().isAlive()).isFalse();
            assertThat(connection.isValid(1)).isFalse();
        }
    }

    @Test
    void process_marker_isPartOfItsCommandLineAlone() {
        try (var server = EmbeddedPostgres.start(ServerOptions.throwaway(folder.resolve("data")))) {
            assertThat(server.process().info().commandLine().orElse("")).contains(server.marker());
        }
    }

    @Test
    void ensureDatabase_nameThatNeedsQuotes_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmbeddedPostgres.ensureDatabase("postgresql://127.0.0.1:1/x", "u", "p", "a\"b"))
                .withMessageContaining("database")
                .withMessageContaining("a\"b");
    }

    private static String count(EmbeddedPostgres server) throws SQLException {
        return query(server, "SELECT count(*) FROM pg_database WHERE datname = 'only_here'");
    }

    private static String query(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = connect(server);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = connect(server);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:" + server.url("postgres"), EmbeddedPostgres.USER, EmbeddedPostgres.PASSWORD);
    }
}
