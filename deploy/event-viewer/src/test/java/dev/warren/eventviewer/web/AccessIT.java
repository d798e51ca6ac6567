package dev.warren.eventviewer.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.eventviewer.EventViewer;
import dev.warren.eventviewer.OnKafka;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessIT {
    private static final OnKafka KAFKA = OnKafka.shared();
    private static EventViewer viewer;

    @BeforeAll
    static void start() {
        viewer = KAFKA.viewer();
    }

    @AfterAll
    static void close() {
        viewer.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1:14280", "http://[::1]:8080"})
    void page_ofThisMachine_mayRead(String origin) {
        var response = KAFKA.get(viewer, "/api/v1/status", origin);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains(origin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org", "http://localhost.example.org", "null"})
    void page_ofElsewhere_isRefused(String origin) {
        var response = KAFKA.get(viewer, "/api/v1/status", origin);

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(response.body()).contains("Origin must be a page of this machine: " + origin);
    }

    @Test
    void name_thatLeadsToThisMachine_isRefused() throws IOException {
        var address = viewer.address();
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write("GET /api/v1/status HTTP/1.1\r\nHost: evil.example.org\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 403").contains("Host must be localhost or 127.0.0.1");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/chain|q|must be given, or message, or interaction|none of them",
                "/api/v1/chain?message=abc|message|must be an id of Discord, up to 19 digits|abc",
                "/api/v1/chain?message=5&guild=x|guild|must be an id of Discord, up to 19 digits|x",
                "/api/v1/records?limit=0|limit|must be a number from 1 to 500|0",
                "/api/v1/records?user=me|user|must be an id of Discord, up to 19 digits|me",
                "/api/v1/records/bot.answers/0/x|offset|must be a whole number, not negative|x",
                "/api/v1/records/bot.answers/0/999|offset|must be one that the topic still has|bot.answers/0/999",
                "/api/v1/nothing|path|must be one of those in the README|/api/v1/nothing"
            })
    void request_wrong_namesFieldRuleAndValue(String path, String field, String rule, String value) {
        var error = KAFKA.get(viewer, path).getJsonObject("error");

        assertThat(error)
                .isEqualTo(new JsonObject()
                        .put("field", field)
                        .put("rule", rule)
                        .put("value", value)
                        .put("message", field + " " + rule + ": " + value));
    }

    @Test
    void request_unknownTopic_namesAllThatThereAre() {
        var error = KAFKA.get(viewer, "/api/v1/records?topic=secrets").getJsonObject("error");

        assertThat(error.getString("message")).contains("discord.messages").endsWith(": secrets");
    }

    @Test
    void traces_notProtobuf_areRefused() {
        var response = KAFKA.post(viewer, "/v1/traces", "{}".getBytes(StandardCharsets.UTF_8));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("body must be an ExportTraceServiceRequest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/panel.js", "/way.js", "/page.js", "/styles.js", "/raw.js"})
    void module_importsOnlyWhatItsAddressHas(String path) {
        followImports(path, 0);
    }

    private static void followImports(String path, int depth) {
        assertThat(depth).isLessThan(10);
        var response = KAFKA.get(viewer, path, "http://localhost:8080");
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        Pattern.compile("(?:from|import)\\s*\"([^\"]+)\"")
                .matcher(response.body())
                .results()
                .map(found -> found.group(1))
                .forEach(imported -> {
                    assertThat(imported).as("import in " + path).matches("[./].*");
                    followImports(
                            OnKafka.address(viewer, path).resolve(imported).getPath(), depth + 1);
                });
    }
}
