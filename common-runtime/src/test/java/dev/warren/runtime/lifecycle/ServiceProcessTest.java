package dev.warren.runtime.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
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
            await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> {
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
            await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> {
                assertThat(get(http, port, "live").statusCode()).isEqualTo(200);
                var ready = get(http, port, "ready");
                assertThat(ready.statusCode()).isEqualTo(503);
                assertThat(ready.body()).contains("waiting for postgresql", "not reachable", "waiting for kafka");
            });
            assertThat(running.terminate()).isEqualTo(143);
            assertThat(running.output()).noneMatch(line -> line.contains("ERROR"));
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
