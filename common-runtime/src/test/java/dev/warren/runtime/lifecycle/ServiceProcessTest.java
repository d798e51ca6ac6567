package dev.warren.runtime.lifecycle;

import static dev.warren.runtime.fixtures.Trials.answers;
import static dev.warren.runtime.fixtures.Trials.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.local.TestServers;
import dev.warren.runtime.testing.Asked;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceProcessTest {
    private static final int MANY = 100;

    private Path folder;
    private PackagedService service;

    @BeforeAll
    void build(@TempDir Path shared) {
        folder = shared;
        service = PackagedService.build(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            warren.commands.max-age      | abc   | must be a duration such as 500ms, 30s or PT1M
            warren.announcement.version  | -1    | must be greater than or equal to 0
            warren.comands.max-age       | 30s   | there is no such setting
            """)
    void wrongSetting_atStart_endsItWithOneLineAndCode78(String name, String value, String rule) throws Exception {
        try (var running = service.start(folder, with(name, value))) {
            assertThat(running.exitCode()).isEqualTo(78);
            assertThat(running.output()).containsExactly("wrong setting: " + name + "=" + value + ": " + rule);
        }
    }

    @Test
    void training_withoutAnyServer_startsConnectsToNothingAndEnds() throws Exception {
        try (var running = service.start(folder, with("warren.train", "true"))) {
            assertThat(running.exitCode()).isZero();
            assertThat(running.output())
                    .noneMatch(line -> line.contains("ERROR") || line.contains("waiting for"))
                    .noneMatch(line -> line.contains("127.0.0.1:1/"));
        }
    }

    @Test
    void wrongSetting_whereTheProcessShallStay_leavesItAliveUnreadyAndWithTheReason() throws Exception {
        // Given
        var port = freePort();
        var settings = with("warren.records.attempts", "0", "warren.stay-on-wrong-setting", "true");
        settings.put("quarkus.http.port", String.valueOf(port));
        // When
        try (var running = service.start(folder, settings);
                var http = HttpClient.newHttpClient()) {
            // Then
            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
                assertThat(get(http, port, "live").statusCode()).isEqualTo(200);
                var ready = get(http, port, "ready");
                assertThat(ready.statusCode()).isEqualTo(503);
                assertThat(ready.body()).contains("warren.records.attempts=0: must be greater than or equal to 1");
            });
            assertThat(running.process().isAlive()).isTrue();
        }
    }

    @Test
    void serviceWithoutServers_isAliveAndNamesWhatItWaitsFor_andEndsOnRequest() throws Exception {
        // Given
        var port = freePort();
        var settings = with("quarkus.http.port", String.valueOf(port));
        // When
        try (var running = service.start(folder, settings);
                var http = HttpClient.newHttpClient()) {
            // Then
            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
                assertThat(get(http, port, "live").statusCode()).isEqualTo(200);
                var ready = get(http, port, "ready");
                assertThat(ready.statusCode()).isEqualTo(503);
                assertThat(ready.body()).contains("waiting for postgresql", "not reachable", "waiting for kafka");
            });
            assertThat(running.terminate()).isEqualTo(143);
            assertThat(running.output()).noneMatch(line -> line.contains("ERROR"));
        }
    }

    @Test
    void service_endedInMidStreamAndRestartedOnAnOlderDatabase_doesNothingTwiceAndAnswersAll() throws Exception {
        // Given
        var servers = TestServers.shared();
        WarrenServers.createTopics(servers.kafkaBootstrapServers());
        var database = servers.databaseUrl("process");
        var settings = withServers(servers, database);
        var asked = Stream.generate(() -> asked("count", word())).limit(MANY).toList();
        var later = asked("later", word());
        try (var broker = new Broker(servers.kafkaBootstrapServers())) {
            // When
            settings.put("warren.timers.enabled", "false");
            try (var first = service.start(folder, settings)) {
                broker.send(Topics.INTERACTIONS, later);
                answers(broker, later, 1);
                broker.sendAll(asked.stream()
                        .map(event -> broker.encode(Topics.INTERACTIONS, event))
                        .toList());
                answers(broker, asked.getFirst(), 1);
                assertThat(first.terminate()).isEqualTo(143);
                assertThat(first.output()).noneMatch(line -> line.contains("ERROR"));
            }
            sql(database, "UPDATE consumed_offset SET next_offset = 0");
            settings.put("warren.timers.enabled", "true");
            try (var second = service.start(folder, settings)) {
                // Then
                asked.forEach(event -> answers(broker, event, 1));
                answers(broker, later, 2);
                answers(broker, asked.getFirst(), 2);
                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(sql(database, "SELECT count(*) FROM trial"))
                                .isEqualTo(MANY + 1));
                assertThat(sql(database, "SELECT max(runs) FROM trial")).isEqualTo(1);
                assertThat(second.terminate()).isEqualTo(143);
            }
        }
    }

    private static Event<InteractionEvent> asked(String what, String word) {
        return Asked.of(Service.ECONOMY, Instant.now())
                .slash("trial", Map.of("do", OptionValue.text(what), "word", OptionValue.text(word)));
    }

    private static Map<String, String> withServers(TestServers servers, String database) {
        var settings = with();
        settings.put("warren.service", "economy");
        // a busy machine may take longer to start than a command stays fresh
        settings.put("warren.commands.max-age", "10m");
        settings.put("mp.messaging.incoming.interactions.group.id", "process.interactions");
        settings.put("mp.messaging.incoming.facts.group.id", "process.facts");
        settings.put("kafka.bootstrap.servers", servers.kafkaBootstrapServers());
        settings.put("quarkus.datasource.reactive.url", database);
        settings.put("quarkus.datasource.jdbc.url", "jdbc:" + database);
        settings.put("quarkus.datasource.username", servers.databaseUser());
        settings.put("quarkus.datasource.password", servers.databasePassword());
        settings.put("warren.redis.url", servers.redisUrl());
        return settings;
    }

    /** The number that a statement gives. */
    private static long sql(String database, String statement) throws SQLException {
        var servers = TestServers.shared();
        try (var connection = DriverManager.getConnection(
                        "jdbc:" + database, servers.databaseUser(), servers.databasePassword());
                var run = connection.createStatement()) {
            if (!run.execute(statement)) {
                return run.getUpdateCount();
            }
            try (var rows = run.getResultSet()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static HttpResponse<String> get(HttpClient http, int port, String what) throws Exception {
        var address = URI.create("http://127.0.0.1:" + port + "/q/health/" + what);
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Map<String, String> with(String... more) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("quarkus.http.port", "0");
        settings.put("kafka.bootstrap.servers", "127.0.0.1:1");
        settings.put("quarkus.datasource.reactive.url", "postgresql://127.0.0.1:1/none");
        settings.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:1/none");
        settings.put("warren.redis.url", "redis://127.0.0.1:1");
        Stream.iterate(0, i -> i < more.length, i -> i + 2).forEach(i -> settings.put(more[i], more[i + 1]));
        return settings;
    }
}
