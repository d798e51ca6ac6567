package dev.warren.memory.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.warren.memory.Talk;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.AuditEvent.AccessRefused;
import dev.warren.schemas.memory.MemoryRequestEvent.RememberFact;
import dev.warren.schemas.topics.Topics;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The memory through the official Java client, for who may and for who may not. */
@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
class McpIT {
    private static Broker broker;

    @BeforeAll
    static void open() {
        broker = new Broker(ConfigProvider.getConfig().getValue("warren.test.kafka", String.class));
    }

    @AfterAll
    static void close() {
        broker.close();
    }

    private McpSyncClient client(String token) {
        var transport = HttpClientStreamableHttpTransport.builder(
                        Passes.server().toString())
                .endpoint("/mcp")
                .requestBuilder(HttpRequest.newBuilder().header("Authorization", "Bearer " + token))
                .build();
        return McpClient.sync(transport).requestTimeout(Duration.ofSeconds(20)).build();
    }

    private static CallToolResult call(McpSyncClient client, String tool, Map<String, Object> arguments) {
        return client.callTool(
                CallToolRequest.builder(tool).arguments(arguments).build());
    }

    private static String text(CallToolResult result) {
        return ((TextContent) result.content().getFirst()).text();
    }

    private static JsonObject json(McpSyncClient client, String tool, Map<String, Object> arguments) {
        var result = call(client, tool, arguments);
        assertThat(result.isError()).as(text(result)).isNotEqualTo(Boolean.TRUE);
        return new JsonObject(text(result));
    }

    @Test
    void tools_withATokenOfTheMember_rememberRecallAndForget() {
        var member = Passes.member();
        try (var client = client(Passes.of(member))) {
            client.initialize();
            assertThat(client.listTools().tools())
                    .extracting(Tool::name)
                    .containsExactlyInAnyOrder("remember", "recall", "forget", "profile");
            // When
            var remembered = json(client, "remember", Map.of("text", "I keep goats in Wales"));
            json(client, "remember", Map.of("text", "I was a pilot once"));
            // Then: first a record, then the effect
            assertThat(remembered.getString("status")).isEqualTo("remembered");
            assertThat(remembered.getInteger("number")).isEqualTo(1);
            broker.await(
                    Topics.MEMORY_REQUESTS,
                    received -> received.event().payload() instanceof RememberFact wish
                            && wish.user().equals(member)
                            && received.event().id().value().contains("/turn/remember:"));
            var found = json(client, "recall", Map.of("query", "farm animals", "limit", 1))
                    .getJsonArray("facts");
            assertThat(found).hasSize(1);
            assertThat(found.getJsonObject(0).getString("text")).isEqualTo("I keep goats in Wales");
            // When
            assertThat(json(client, "forget", Map.of("numbers", List.of(1, 99))).getJsonArray("numbers"))
                    .containsExactly(1);
            // Then
            assertThat(json(client, "recall", Map.of("query", "farm animals")).encode())
                    .doesNotContain("goats");
        }
    }

    @Test
    void remember_againBecauseOfTheSameEvent_isRememberedOnce() {
        var member = Passes.member();
        var turn = Passes.turn();
        for (int round = 0; round < 2; round++) {
            try (var client = client(Passes.of(member, turn))) {
                client.initialize();
                var remembered = json(client, "remember", Map.of("text", "I paint  fences"));
                assertThat(remembered.getInteger("number")).isEqualTo(1);
                assertThat(remembered.getString("text")).isEqualTo("I paint fences");
            }
        }
    }

    @Test
    void profile_ofTheMember_isWhatTheyTellOfThemselves() {
        var ada = new Talk(broker);
        ada.answered(ada.submit("memory:profile", Map.of("name", "Hazel", "bio", "I dig.")));
        try (var client = client(Passes.of(ada.user()))) {
            client.initialize();

            assertThat(json(client, "profile", Map.of()).getMap()).isEqualTo(Map.of("name", "Hazel", "bio", "I dig."));
        }
    }

    @Test
    void tools_withWhatCannotBe_sayWhatIsWrong() {
        try (var client = client(Passes.of(Passes.member()))) {
            client.initialize();

            var tooLong = call(client, "remember", Map.of("text", "x".repeat(501)));
            assertThat(tooLong.isError()).isTrue();
            assertThat(text(tooLong)).isEqualTo("Text must have at most 500 characters, not 501.");
            assertThat(text(call(client, "recall", Map.of("query", "x", "limit", 11))))
                    .isEqualTo("limit must be 1 to 10, not 11.");
            assertThat(text(call(client, "forget", Map.of("numbers", List.of(0)))))
                    .isEqualTo("numbers must be 1 to 100 numbers from 1, not [0].");
            assertThat(text(call(client, "forget", Map.of("numbers", List.of(5)))))
                    .isEqualTo("Nothing is remembered under these numbers.");
        }
    }

    @Test
    void token_ofAnotherMember_seesAndForgetsNothingOfTheFirst() {
        var first = Passes.member();
        try (var client = client(Passes.of(first));
                var other = client(Passes.of(Passes.member()))) {
            client.initialize();
            other.initialize();
            json(client, "remember", Map.of("text", "I hide carrots under the hawthorn"));

            assertThat(json(other, "recall", Map.of("query", "carrots under the hawthorn"))
                            .getJsonArray("facts"))
                    .isEmpty();
            assertThat(call(other, "forget", Map.of("numbers", List.of(1))).isError())
                    .isTrue();

            assertThat(json(client, "recall", Map.of("query", "carrots")).encode())
                    .contains("hawthorn");
        }
    }

    @Test
    void token_thatIsExpiredForgedOrMissing_isRefusedAndAudited() throws Exception {
        var member = Passes.member();

        for (var token : List.of(Passes.expired(member), Passes.forged(member))) {
            try (var client = client(token)) {
                assertThatThrownBy(client::initialize).isInstanceOf(RuntimeException.class);
            }
            assertThat(post(Optional.of(token), Optional.empty(), INITIALIZE).statusCode())
                    .isEqualTo(401);
        }
        var missing = post(Optional.empty(), Optional.empty(), INITIALIZE);

        assertThat(missing.statusCode()).isEqualTo(401);
        assertThat(missing.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(missing.body()).isEqualTo("{\"error\":\"token-missing\"}");
        assertAudited("token-expired");
        assertAudited("token-wrong-signature");
        assertAudited("token-missing");
    }

    @Test
    void session_ofOneMember_isClosedToAnother() throws Exception {
        // Given
        var begun = post(Optional.of(Passes.of(Passes.member())), Optional.empty(), INITIALIZE);
        var session = begun.headers().firstValue("Mcp-Session-Id");
        assertThat(begun.statusCode()).isEqualTo(200);
        assertThat(session).isPresent();
        var intruder = Passes.member();
        // When
        var tried = post(
                Optional.of(Passes.of(intruder)), session, "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/list\"}");
        // Then
        assertThat(tried.statusCode()).isEqualTo(403);
        var audited = broker.await(
                Topics.AUDIT,
                received -> received.event().payload() instanceof AccessRefused refused
                        && refused.user().equals(Optional.of(intruder)));
        assertThat(audited.event().payload())
                .isInstanceOfSatisfying(
                        AccessRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("other-member"));
        assertThat(audited.event().subject()).isEqualTo(Passes.GUILD.toString());
    }

    @Test
    void metrics_andHealth_needNoToken() throws Exception {
        var request = HttpRequest.newBuilder(Passes.server().resolve("/q/health/live"))
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }

    private static final String INITIALIZE = """
        {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-03-26","capabilities":{},
        "clientInfo":{"name":"test","version":"1"}}}\
        """;

    private HttpResponse<String> post(Optional<String> token, Optional<String> session, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(Passes.server().resolve("/mcp"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        token.ifPresent(it -> request.header("Authorization", "Bearer " + it));
        session.ifPresent(it -> request.header("Mcp-Session-Id", it));
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void assertAudited(String reason) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> broker.seen(Topics.AUDIT).stream()
                        .anyMatch(received -> received.event().payload() instanceof AccessRefused refused
                                && refused.reason().equals(reason)
                                && refused.user().isEmpty()));
    }
}
