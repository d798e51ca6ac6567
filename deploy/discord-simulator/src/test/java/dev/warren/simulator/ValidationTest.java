package dev.warren.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.simulator.client.SimulatorClient;
import dev.warren.simulator.rest.RateLimits;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ValidationTest {
    private static DiscordSimulator simulator;
    private static SimulatorClient members;
    private static BotRest bot;
    private static String messages;

    @BeforeAll
    static void start() {
        if (DocumentFile.find().isEmpty()) {
            assertThat(System.getenv("CI"))
                    .as("CI must have Discord's document")
                    .isNull();
            System.out.println("NOT RUN: ValidationTest, for want of ../shared/discord/openapi.json");
            Assumptions.abort("Discord's document is not at hand");
        }
        simulator = Simulators.start(options -> options.withRateLimits(new RateLimits.Settings(false, 50, 1, 10_000)));
        members = new SimulatorClient(simulator.controlUri());
        bot = BotRest.of(simulator);
        messages = "/channels/" + members.say("warren", "general", "Alice", "x").channelId() + "/messages";
    }

    @AfterAll
    static void stop() {
        if (members != null) {
            members.close();
            Simulators.stop(simulator);
        }
    }

    @BeforeEach
    void reset() {
        members.post("/reset", new JsonObject());
    }

    @Test
    void request_thatIsInvalid_isAnsweredAsDiscordDoesAndListed() {
        var body = new JsonObject()
                .put("content", "x")
                .put("embeds", new JsonArray().add(new JsonObject().put("title", 5)));

        BotRest.Reply reply = bot.post(messages, body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo(50035);
        assertThat(reply.json()
                        .getJsonObject("errors")
                        .getJsonObject("embeds")
                        .getJsonObject("0")
                        .containsKey("title"))
                .isTrue();
        assertThat(members.violations()).hasSize(1);
        JsonObject violation = members.violations().getFirst();
        assertThat(violation.getString("route")).isEqualTo("/channels/{channel_id}/messages");
        assertThat(violation.getJsonArray("errors").getJsonObject(0).getString("path"))
                .isEqualTo("embeds.0.title");
    }

    @Test
    void query_thatIsOutOfBounds_isAViolationToo() {
        assertThat(bot.get(messages + "?limit=101").code()).isEqualTo(50035);
        assertThat(bot.get("/channels/abc").code()).isEqualTo(50035);

        assertThat(members.violations()).hasSize(2);
    }

    @Test
    void command_withAnOptionOfNoKnownType_isAViolation() {
        var option = new JsonObject().put("type", 99).put("name", "x").put("description", "x");
        var command =
                new JsonObject().put("name", "x").put("description", "x").put("options", new JsonArray().add(option));

        BotRest.Reply reply = bot.put("/applications/" + Simulators.BOT_ID + "/commands", new JsonArray().add(command));

        assertThat(reply.code()).isEqualTo(50035);
        assertThat(members.violations()).hasSize(1);
    }

    @Test
    void requests_thatAreValid_areCountedAndListedNowhere() {
        IntStream.range(0, 20)
                .forEach(i -> bot.post(
                        messages,
                        new JsonObject()
                                .put("content", "fine")
                                .put("nonce", "n" + i)
                                .put("allowed_mentions", new JsonObject().put("parse", new JsonArray()))));

        assertThat(members.violations()).isEmpty();
        assertThat(members.stats().getInteger("requestsValidated")).isEqualTo(20);
    }

    @Test
    void simulator_withoutTheDocument_saysThatItDoesNotValidate() {
        DiscordSimulator bare = Simulators.start(options -> options.withDocument(Optional.empty()));
        try (var control = new SimulatorClient(bare.controlUri())) {
            assertThat(control.getObject("/health", Map.of()).getBoolean("validates"))
                    .isFalse();
            BotRest.of(bare).get("/users/@me");
            assertThat(control.stats().getInteger("requestsValidated")).isZero();
        } finally {
            Simulators.stop(bare);
        }
    }
}
