package dev.warren.memory.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.local.TestServers;
import dev.warren.memory.Spoken;
import dev.warren.memory.Talk;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.ids.UserId;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** A backup of the data that was made before a member was erased, restored beside the keys of today, cannot be read. */
@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
class RestoredBackupIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Vaults vaults;

    @Inject
    @ReactiveDataSource("keys")
    Pool keys;

    /** A sealed row of a restored database, with what its seal is bound to. */
    private record Row(String name, UserId member, byte[] sealed) {}

    @Test
    void backup_ofBeforeTheErasure_besideTodaysKeysOpensNoMoreAndThoseOfOthersDo() throws SQLException {
        try (var broker = new Broker(ConfigProvider.getConfig().getValue("warren.test.kafka", String.class));
                var data =
                        connect(ConfigProvider.getConfig().getValue("quarkus.datasource.reactive.url", String.class));
                var restored = connect(TestServers.shared().databaseUrl("restored"))) {
            // Given
            var ada = new Talk(broker);
            var grace = new Talk(broker);
            tell(broker, ada);
            tell(broker, grace);
            await().atMost(PATIENCE).until(() -> count(data, ada.user()) == 1 && count(data, grace.user()) == 1);
            restore(data, restored);
            assertThat(opened(restored, ada.user())).hasSize(3).allMatch(text -> text.contains("quince"));
            // When
            var question = ada.answer(ada.ask("privacy", "erase", Map.of()));
            ada.said(ada.use(question, "memory:privacy-erase:yes"));
            await().atMost(PATIENCE).until(() -> count(data, ada.user()) == 0);
            // Then
            assertThat(rows(restored, ada.user())).hasSize(3);
            assertThat(opened(restored, ada.user())).isEmpty();
            assertThat(opened(restored, grace.user())).hasSize(3);
            // not even with the key that the member has next
            tell(broker, ada);
            await().atMost(PATIENCE).until(() -> count(data, ada.user()) == 1);
            assertThat(opened(restored, ada.user())).isEmpty();
            assertThat(opened(data, ada.user())).hasSize(3);
        }
    }

    private static void tell(Broker broker, Talk who) {
        who.answer(who.submit("memory:profile", Map.of("name", "quince")));
        who.said(who.remind("me", Map.of("what", "peel the quince", "when", "in 3 hours")));
        var said = Spoken.of(broker, who);
        said.tell(said.turn("a quince?", "A fruit.", Instant.now()));
    }

    private static Connection connect(String url) throws SQLException {
        var servers = TestServers.shared();
        return DriverManager.getConnection("jdbc:" + url, servers.databaseUser(), servers.databasePassword());
    }

    /** All rows of the tables that hold content, as a dump would bring them back. */
    private static void restore(Connection from, Connection to) throws SQLException {
        try (var make = to.createStatement()) {
            make.execute("CREATE TABLE profile (member bigint, sealed bytea)");
            make.execute("CREATE TABLE reminder (id bigint, member bigint, sealed bytea)");
            make.execute("CREATE TABLE conversation_record (event_id text, member bigint, sealed bytea)");
        }
        copy(from, to, "profile", "member, sealed");
        copy(from, to, "reminder", "id, member, sealed");
        copy(from, to, "conversation_record", "event_id, member, sealed");
    }

    private static void copy(Connection from, Connection to, String table, String columns) throws SQLException {
        var places = columns.replaceAll("\\w+", "?");
        try (var read = from.createStatement();
                var rows = read.executeQuery("SELECT " + columns + " FROM " + table);
                var write =
                        to.prepareStatement("INSERT INTO " + table + " (" + columns + ") VALUES (" + places + ")")) {
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    write.setObject(i, rows.getObject(i));
                }
                write.executeUpdate();
            }
        }
    }

    private static int count(Connection database, UserId member) throws SQLException {
        try (var query = database.prepareStatement("SELECT count(*) FROM conversation_record WHERE member = ?")) {
            query.setLong(1, member.value());
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static List<Row> rows(Connection database, UserId member) throws SQLException {
        var found = new ArrayList<Row>();
        try (var query = database.prepareStatement("""
                SELECT 'profile', sealed FROM profile WHERE member = ?
                UNION ALL SELECT 'reminder:' || id, sealed FROM reminder WHERE member = ?
                UNION ALL SELECT 'conversation:' || event_id, sealed FROM conversation_record WHERE member = ?""")) {
            for (int i = 1; i <= 3; i++) {
                query.setLong(i, member.value());
            }
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(new Row(rows.getString(1), member, rows.getBytes(2)));
                }
            }
        }
        return found;
    }

    /** What opens with any key at all that there is today. */
    private List<String> opened(Connection database, UserId member) throws SQLException {
        var vault = vaults.current().await().atMost(PATIENCE);
        var opened = new ArrayList<String>();
        var all = keys.query("SELECT member, generation, wrapped FROM data_key WHERE member <> 0")
                .execute()
                .await()
                .atMost(PATIENCE);
        var sealed = rows(database, member);
        for (var row : all) {
            var id = new KeyId(row.getLong("member"), row.getInteger("generation"));
            var key = vault.unwrap(id, row.getBuffer("wrapped").getBytes()).orElseThrow();
            for (var one : sealed) {
                try {
                    opened.add(MemberKeys.key(member, key).openText(one.name(), one.sealed()));
                } catch (SealBroken closed) {
                    // as it should be with every key but the member's own
                }
            }
        }
        return opened;
    }
}
