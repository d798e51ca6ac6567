package dev.warren.gateway.rest;

import static dev.warren.gateway.rest.ScriptedDiscord.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.gateway.rest.RestOutcome.Expired;
import dev.warren.gateway.rest.RestOutcome.Overloaded;
import dev.warren.gateway.rest.RestOutcome.Posted;
import dev.warren.gateway.rest.RestOutcome.Refused;
import dev.warren.gateway.rest.RestOutcome.Unavailable;
import dev.warren.gateway.rest.RestOutcome.Unknown;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Requests and their outcomes. */
class VertxDiscordRestTest extends RestFixture {
    @Test
    void send_discordAccepts_isPostedWithEverythingThatDiscordWantsToKnow() {
        // When
        RestOutcome outcome = await(rest.send(message("10", "hello").because("spam & ärger")));
        // Then
        assertThat(outcome).isInstanceOfSatisfying(Posted.class, posted -> {
            assertThat(posted.status()).isEqualTo(200);
            assertThat(new JsonObject(posted.body()).getString("id")).isEqualTo("1");
        });
        ScriptedDiscord.Arrival arrival = discord.arrivals.getFirst();
        assertThat(arrival.method()).isEqualTo("POST");
        assertThat(arrival.path()).isEqualTo("/api/v10/channels/10/messages");
        assertThat(arrival.body()).isEqualTo("hello");
        assertThat(arrival.headers())
                .containsEntry("authorization", "Bot secret-token")
                .containsEntry("content-type", "application/json")
                .containsEntry("x-audit-log-reason", "spam%20%26%20%C3%A4rger");
        assertThat(arrival.headers().get("user-agent")).startsWith("DiscordBot (");
    }

    @Test
    void send_queryParameters_areEncoded() {
        // When
        await(rest.send(
                RestRequest.to(RestRoute.get("/channels/{channel_id}/messages").at("10"))
                        .query(new RestRequest.Parameter("after", "5"), new RestRequest.Parameter("q", "a b&c"))));
        // Then
        assertThat(discord.arrivals.getFirst().path()).isEqualTo("/api/v10/channels/10/messages?after=5&q=a%20b%26c");
    }

    @Test
    void send_pathThatCarriesItsOwnToken_goesWithoutTheBotsToken() {
        // When
        await(rest.send(interaction("1")));
        // Then
        assertThat(discord.arrivals.getFirst().headers()).doesNotContainKey("authorization");
    }

    @Test
    void send_files_arriveAsMultipartWithThePayload() {
        // Given
        RestBody.Multipart body = new RestBody.Multipart(
                Buffer.buffer("{\"content\":\"look\"}"),
                List.of(new RestBody.FilePart("a.txt", "text/plain", Buffer.buffer("bytes of a"))));
        // When
        RestOutcome outcome = await(rest.send(message("10", "").with(body)));
        // Then
        assertThat(outcome).isInstanceOf(Posted.class);
        assertThat(discord.arrivals.getFirst().headers().get("content-type")).startsWith("multipart/form-data");
        assertThat(discord.arrivals.getFirst().body())
                .contains("name=\"payload_json\"", "{\"content\":\"look\"}", "name=\"files[0]\"", "filename=\"a.txt\"")
                .contains("bytes of a");
    }

    @Test
    void send_discordRefuses_isRefusedWithDiscordsCodeAndWords() {
        // Given
        discord.scripts.add(
                ScriptedDiscord.status(403, new JsonObject().put("code", 50013).put("message", "Missing Permissions")));
        // When
        RestOutcome outcome = await(rest.send(message("10", "hello")));
        // Then
        assertThat(outcome).isEqualTo(new Refused(403, 50013, "Missing Permissions"));
        assertThat(rest.invalidRequests().inLastTenMinutes()).isEqualTo(1);
    }

    @Test
    void send_formIsInvalid_isRefusedWithTheFieldsAtFault() {
        // Given
        discord.scripts.add(ScriptedDiscord.status(
                400,
                new JsonObject()
                        .put("code", 50035)
                        .put("message", "Invalid Form Body")
                        .put("errors", new JsonObject().put("content", "too long"))));
        // When
        RestOutcome outcome = await(rest.send(message("10", "hello")));
        // Then
        assertThat(outcome).isEqualTo(new Refused(400, 50035, "Invalid Form Body: {\"content\":\"too long\"}"));
        assertThat(rest.invalidRequests().inLastTenMinutes()).isZero();
    }

    @Test
    void serverError_idempotent_isTriedAgain() {
        // Given
        discord.scripts.add(ScriptedDiscord.status(500, new JsonObject()));
        discord.scripts.add(ScriptedDiscord.status(503, new JsonObject()));
        // When
        RestOutcome outcome = await(rest.send(message("10", "hello").repeatable(Repeatable.IDEMPOTENT)));
        // Then
        assertThat(outcome).isInstanceOf(Posted.class);
        assertThat(discord.arrivals).hasSize(3);
    }

    @Test
    void serverError_notRepeatable_isUnknown() {
        // Given
        discord.scripts.add(ScriptedDiscord.status(500, new JsonObject()));
        // When
        RestOutcome outcome = await(rest.send(message("10", "hello")));
        // Then
        assertThat(outcome).isInstanceOfSatisfying(Unknown.class, unknown -> {
            assertThat(unknown.why()).isEqualTo("status 500");
            assertThat(unknown.since()).isPositive();
        });
        assertThat(discord.arrivals).hasSize(1);
    }

    @Test
    void serverErrors_withoutEnd_areGivenUpAfterTheBound() {
        // Given
        IntStream.range(0, 10).forEach(_ -> discord.scripts.add(ScriptedDiscord.status(502, new JsonObject())));
        // When
        RestOutcome outcome = await(rest.send(message("10", "hello").repeatable(Repeatable.IDEMPOTENT)));
        // Then
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Unknown.class, unknown -> assertThat(unknown.attempts()).isEqualTo(3));
        assertThat(discord.arrivals).hasSize(3);
    }

    @Test
    void connectionCutAfterAcceptance_withNonce_isPostedAgain() {
        // Given
        discord.scripts.add(ScriptedDiscord.reset());
        // When
        RestOutcome outcome = await(rest.send(message("10", "hello").repeatable(Repeatable.IDEMPOTENT)));
        // Then
        assertThat(outcome).isInstanceOf(Posted.class);
        assertThat(discord.arrivals).hasSize(2);
    }

    @Test
    void connectionCutAfterAcceptance_notRepeatable_isUnknown() {
        // Given
        discord.scripts.add(ScriptedDiscord.reset());
        // When
        RestOutcome outcome = await(rest.send(message("10", "hello")));
        // Then
        assertThat(outcome).isInstanceOf(Unknown.class);
        assertThat(discord.arrivals).hasSize(1);
    }

    @Test
    void answerThatTakesTooLong_notRepeatable_isUnknown() {
        // Given
        discord.delayMillis = 5_000;
        // When
        RestOutcome outcome = await(rest.send(message("10", "hello")));
        // Then
        assertThat(outcome).isInstanceOf(Unknown.class);
    }

    @Test
    void nobodyListens_isUnavailableForCertain() throws IOException {
        // Given
        int port;
        try (ServerSocket reserved = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = reserved.getLocalPort();
        }
        rest = client(URI.create("http://127.0.0.1:" + port), limits(30));
        // When
        RestOutcome outcome = await(rest.send(message("10", "hello")));
        // Then
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        unavailable -> assertThat(unavailable.attempts()).isEqualTo(3));
    }

    @Test
    void expiredRequest_isNotSent() {
        // When
        RestOutcome outcome =
                await(rest.send(message("10", "hello").until(Instant.now().minusMillis(1))));
        // Then
        assertThat(outcome).isEqualTo(new Expired());
        assertThat(discord.arrivals).isEmpty();
    }

    @Test
    void tooManyWaiting_isOverloadedAndTheOthersGo() {
        // Given
        discord.delayMillis = 50;
        // When
        List<Future<RestOutcome>> sent = IntStream.range(0, 60)
                .mapToObj(i -> rest.send(message("10", "n" + i)))
                .toList();
        List<RestOutcome> outcomes = sent.stream().map(ScriptedDiscord::await).toList();
        // Then
        assertThat(outcomes.stream().filter(Overloaded.class::isInstance)).hasSizeGreaterThanOrEqualTo(9);
        assertThat(outcomes.getFirst()).isInstanceOf(Posted.class);
        assertThat(outcomes.stream().filter(Posted.class::isInstance).count()
                        + outcomes.stream().filter(Overloaded.class::isInstance).count())
                .isEqualTo(60);
    }

    @Test
    void close_endsWhatWaitsAndLetsFinishWhatIsUnderWay() {
        // Given
        discord.delayMillis = 700;
        Future<RestOutcome> underWay = rest.send(message("10", "one"));
        Future<RestOutcome> waiting = rest.send(message("10", "two"));
        org.awaitility.Awaitility.await().until(() -> discord.arrivals.size() == 1);
        // When
        await(rest.close());
        // Then
        assertThat(await(underWay)).isInstanceOf(Posted.class);
        assertThat(await(waiting)).isEqualTo(new Unavailable("closing", 0));
        assertThat(await(rest.send(message("10", "three")))).isEqualTo(new Unavailable("closing", 0));
    }

    @Test
    void token_isShownNowhere() {
        RestSettings settings = RestSettings.of(URI.create("https://discord.com/api/v10"), "secret-token");
        assertThat(settings.toString()).doesNotContain("secret-token");
        assertThat(interaction("9").toString()).doesNotContain("interaction-token");
    }
}
