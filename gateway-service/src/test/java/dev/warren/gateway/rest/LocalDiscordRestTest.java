package dev.warren.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.gateway.connection.LocalDiscord;
import dev.warren.gateway.rest.RestOutcome.Posted;
import dev.warren.gateway.rest.RestOutcome.Refused;
import dev.warren.simulator.SimulatorOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The client before a local Discord, which validates requests and keeps Discord's limits. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalDiscordRestTest {
    private static final RestRoute MESSAGES = RestRoute.post("/channels/{channel_id}/messages");

    private final AtomicInteger limited = new AtomicInteger();
    private Vertx vertx;
    private LocalDiscord discord;
    private VertxDiscordRest rest;

    @BeforeAll
    void start() {
        vertx = Vertx.vertx();
        discord = new LocalDiscord(SimulatorOptions.local());
        RestSettings settings = RestSettings.of(discord.rest(), SimulatorOptions.LOCAL_TOKEN);
        RestObserver observer = new RestObserver() {
            @Override
            public void rateLimited(RestRoute route, RateLimitScope scope, Duration retryAfter) {
                limited.incrementAndGet();
            }
        };
        rest = new VertxDiscordRest(
                vertx,
                settings,
                new InProcessRateLimits(settings.limits(), System::nanoTime),
                observer,
                InstantSource.system(),
                new Random(5));
    }

    @AfterEach
    void noRequestWasInvalid() {
        assertThat(discord.violations()).isEmpty();
    }

    @AfterAll
    void stop() {
        ScriptedDiscord.await(rest.close());
        discord.close();
        ScriptedDiscord.await(vertx.close());
    }

    private String channel(String name) {
        return discord.putChannel(name).getString("id");
    }

    private static RestRequest message(String channel, String content, String nonce) {
        return RestRequest.to(MESSAGES.at(channel))
                .json(new JsonObject()
                        .put("content", content)
                        .put("nonce", nonce)
                        .put("enforce_nonce", true)
                        .toBuffer())
                .repeatable(Repeatable.IDEMPOTENT);
    }

    private List<String> contents(String channel) {
        return discord.messages(channel).stream()
                .map(message -> ((JsonObject) message).getString("content"))
                .toList();
    }

    @Test
    void manyMessagesToManyChannels_arriveInOrderWithoutA429() {
        // Given
        List<String> names = List.of("red", "green", "blue");
        List<String> ids = names.stream().map(this::channel).toList();
        limited.set(0);
        // When
        List<Future<RestOutcome>> sent = IntStream.range(0, 7)
                .boxed()
                .flatMap(i -> ids.stream().map(id -> rest.send(message(id, "n" + i, id.substring(8) + "-" + i))))
                .toList();
        // Then
        assertThat(sent.stream().map(ScriptedDiscord::await)).allMatch(Posted.class::isInstance);
        List<String> inOrder = IntStream.range(0, 7).mapToObj(i -> "n" + i).toList();
        assertThat(names).allSatisfy(name -> assertThat(contents(name)).isEqualTo(inOrder));
        assertThat(limited).hasValue(0);
    }

    @Test
    void connectionsCutAfterAcceptance_withNonce_leaveEachMessageOnce() {
        // Given
        String channel = channel("cut");
        discord.fault(new JsonObject()
                .put("kind", "rest-reset-after-accept")
                .put("count", 1)
                .put("every", 2));
        // When
        List<RestOutcome> outcomes = Stream.of("a", "b", "c")
                .map(content -> ScriptedDiscord.await(rest.send(message(channel, content, "cut-" + content))))
                .toList();
        // Then
        assertThat(outcomes).allMatch(Posted.class::isInstance);
        assertThat(contents("cut")).containsExactly("a", "b", "c");
    }

    @Test
    void files_areTaken() {
        // Given
        String channel = channel("files");
        RestBody.Multipart body = new RestBody.Multipart(
                new JsonObject().put("content", "look").toBuffer(),
                List.of(new RestBody.FilePart("hello.txt", "text/plain", Buffer.buffer("hello"))));
        // When
        RestOutcome outcome = ScriptedDiscord.await(
                rest.send(RestRequest.to(MESSAGES.at(channel)).with(body)));
        // Then
        assertThat(outcome).isInstanceOf(Posted.class);
        JsonObject message = discord.messages("files").getJsonObject(0);
        assertThat(message.getJsonArray("attachments").getJsonObject(0).getString("filename"))
                .isEqualTo("hello.txt");
    }

    @Test
    void unknownChannel_isRefusedWithDiscordsCode() {
        // When
        RestOutcome outcome = ScriptedDiscord.await(rest.send(message("123456789012345678", "x", "nowhere")));
        // Then
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(10003));
    }
}
