package dev.warren.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warren.simulator.client.ControlRefused;
import dev.warren.simulator.client.SimulatorClient;
import dev.warren.simulator.rest.RateLimits;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InteractionTest {
    private static final String COMMANDS = "/applications/" + Simulators.BOT_ID + "/commands";
    private final MutableClock clock = new MutableClock();
    private DiscordSimulator simulator;
    private SimulatorClient members;
    private BotRest bot;
    private RawGateway gateway;

    @BeforeEach
    void start() {
        simulator = Simulators.start(options -> options.withRateLimits(new RateLimits.Settings(false, 50, 1, 10_000))
                .withClock(clock));
        members = new SimulatorClient(simulator.controlUri());
        bot = BotRest.of(simulator);
        gateway = RawGateway.ready(simulator, RawGateway.ALL);
        var text = option(3, "text").put("required", true).put("max_length", 10).put("autocomplete", true);
        bot.put(
                COMMANDS,
                new JsonArray()
                        .add(command("echo")
                                .put(
                                        "options",
                                        new JsonArray()
                                                .add(text)
                                                .add(option(6, "to"))
                                                .add(option(4, "times"))))
                        .add(command("guard").put("default_member_permissions", "8"))
                        .add(command("set")
                                .put(
                                        "options",
                                        new JsonArray()
                                                .add(option(1, "prefix")
                                                        .put("options", new JsonArray().add(option(3, "value")))))));
    }

    @AfterEach
    void stop() {
        members.close();
        Simulators.stop(simulator);
    }

    private static JsonObject command(String name) {
        return new JsonObject().put("name", name).put("description", name);
    }

    private static JsonObject option(int type, String name) {
        return new JsonObject().put("type", type).put("name", name).put("description", name);
    }

    private String echo() {
        return members.command("warren", "general", "Alice", "echo", Map.of("text", "hi"));
    }

    private JsonObject received(int count) {
        return gateway.events("INTERACTION_CREATE", count).getLast().getJsonObject("d");
    }

    private BotRest.Reply respond(JsonObject interaction, int type, JsonObject data) {
        return bot.post(
                "/interactions/" + interaction.getString("id") + "/" + interaction.getString("token") + "/callback",
                new JsonObject().put("type", type).put("data", data));
    }

    private static String hook(JsonObject interaction) {
        return "/webhooks/" + Simulators.BOT_ID + "/" + interaction.getString("token");
    }

    @Test
    void command_used_reachesTheBotWithWhatItsOptionsName() {
        members.command("warren", "general", "Alice", "echo", Map.of("text", "hi", "to", "Bob", "times", "3"));

        JsonObject interaction = received(1);
        JsonObject data = interaction.getJsonObject("data");
        String bob = data.getJsonArray("options").getJsonObject(1).getString("value");
        assertThat(interaction.getInteger("type")).isEqualTo(2);
        assertThat(interaction.getJsonObject("member").getString("permissions")).isNotBlank();
        assertThat(data.getJsonObject("resolved")
                        .getJsonObject("users")
                        .getJsonObject(bob)
                        .getString("global_name"))
                .isEqualTo("Bob");
        assertThat(data.getJsonArray("options").getJsonObject(2).getInteger("value"))
                .isEqualTo(3);
    }

    @Test
    void answer_isSeenWithItsDelay_andASecondOneIs40060() {
        String id = echo();
        JsonObject interaction = received(1);

        assertThat(respond(interaction, 4, new JsonObject().put("content", "hi"))
                        .status())
                .isEqualTo(204);
        assertThat(respond(interaction, 4, new JsonObject().put("content", "again"))
                        .code())
                .isEqualTo(40060);

        JsonObject seen = members.interaction(id);
        assertThat(seen.getJsonObject("response").getInteger("type")).isEqualTo(4);
        assertThat(seen.getDouble("delayMs")).isPositive();
        JsonObject message = members.messages("warren", "general").getLast();
        assertThat(message.getString("interactionId")).isEqualTo(id);
        assertThat(message.containsKey("ephemeralFor")).isFalse();
    }

    @Test
    void answer_afterThreeSeconds_is10062() {
        echo();
        JsonObject interaction = received(1);
        clock.advance(Duration.ofMillis(3001));

        assertThat(respond(interaction, 4, new JsonObject().put("content", "late"))
                        .code())
                .isEqualTo(10062);
    }

    @Test
    void deferral_isAnsweredByTheFirstFollowUp_andLaterOnesAreTheirOwn() {
        String id = echo();
        JsonObject interaction = received(1);
        respond(interaction, 5, new JsonObject().put("flags", 64));

        JsonObject first = bot.post(hook(interaction), new JsonObject().put("content", "one"))
                .json();
        JsonObject second = bot.post(hook(interaction), new JsonObject().put("content", "two"))
                .json();

        JsonObject seen = members.interaction(id);
        assertThat(first.getString("id"))
                .isEqualTo(seen.getJsonObject("message").getString("id"));
        assertThat(seen.getBoolean("ephemeral")).isTrue();
        assertThat(seen.getJsonArray("edits")).hasSize(1);
        assertThat(seen.getJsonArray("followUps").getJsonObject(0).getString("id"))
                .isEqualTo(second.getString("id"));
        assertThat(members.messages("warren", "general").getFirst().getString("ephemeralFor"))
                .isEqualTo("Alice");
        assertThat(bot.get("/channels/" + interaction.getString("channel_id") + "/messages")
                        .array())
                .hasSize(1);
    }

    @Test
    void original_canBeReadEditedAndDeletedUntilTheTokenRunsOut() {
        echo();
        JsonObject interaction = received(1);
        assertThat(bot.get(hook(interaction) + "/messages/@original").code()).isEqualTo(10015);
        respond(interaction, 4, new JsonObject().put("content", "hi"));

        bot.patch(hook(interaction) + "/messages/@original", new JsonObject().put("content", "edited"));

        assertThat(bot.get(hook(interaction) + "/messages/%40original").json().getString("content"))
                .isEqualTo("edited");
        clock.advance(Duration.ofMinutes(15));
        assertThat(bot.get(hook(interaction) + "/messages/@original").code()).isEqualTo(50027);
    }

    @Test
    void completion_givesWhatTheBotOffers() {
        var choices = CompletableFuture.supplyAsync(() -> members.autocomplete(
                "warren", "general", "Alice", "echo", Optional.empty(), "text", Map.of("text", "h")));
        JsonObject interaction = received(1);
        assertThat(respond(interaction, 4, new JsonObject().put("content", "no"))
                        .code())
                .isEqualTo(50035);

        respond(
                interaction,
                8,
                new JsonObject()
                        .put(
                                "choices",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("name", "Hello")
                                                .put("value", "hello"))));

        assertThat(choices.join())
                .extracting(choice -> choice.getString("value"))
                .containsExactly("hello");
    }

    @Test
    void modal_withALabelAndARow_comesBackFilledIn() {
        String id = echo();
        var input = new JsonObject()
                .put("type", 4)
                .put("custom_id", "why")
                .put("style", 1)
                .put("min_length", 2);
        var row = new JsonObject()
                .put("type", 4)
                .put("custom_id", "old")
                .put("style", 1)
                .put("label", "Old")
                .put("required", false);
        var modal = new JsonObject()
                .put("custom_id", "m")
                .put("title", "Form")
                .put(
                        "components",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("type", 18)
                                        .put("label", "Why")
                                        .put("component", input))
                                .add(new JsonObject().put("type", 1).put("components", new JsonArray().add(row))));
        assertThat(respond(received(1), 9, modal).status()).isEqualTo(204);

        assertThatThrownBy(() -> members.modal(id, "Alice", Map.of("why", "x")))
                .isInstanceOf(ControlRefused.class)
                .hasMessageContaining("fields.why");
        members.modal(id, "Alice", Map.of("why", "because"));

        JsonObject data = received(2).getJsonObject("data");
        assertThat(data.getJsonArray("components")
                        .getJsonObject(0)
                        .getJsonObject("component")
                        .getString("value"))
                .isEqualTo("because");
        assertThat(data.getJsonArray("components")
                        .getJsonObject(1)
                        .getJsonArray("components")
                        .getJsonObject(0)
                        .getString("custom_id"))
                .isEqualTo("old");
    }

    @Test
    void button_pressed_letsTheBotUpdateItsMessage() {
        String channel = members.say("warren", "general", "Alice", "x").channelId();
        var button = new JsonObject()
                .put("type", 2)
                .put("style", 1)
                .put("label", "Go")
                .put("custom_id", "go");
        var rows = new JsonArray().add(new JsonObject().put("type", 1).put("components", new JsonArray().add(button)));
        String message = bot.post(
                        "/channels/" + channel + "/messages",
                        new JsonObject().put("content", "panel").put("components", rows))
                .json()
                .getString("id");

        members.component(message, "go", "Bob", List.of());
        JsonObject interaction = received(1);
        respond(interaction, 7, new JsonObject().put("content", "gone").put("components", new JsonArray()));

        assertThat(interaction.getJsonObject("message").getString("id")).isEqualTo(message);
        assertThat(members.messages("warren", "general").getLast().getString("content"))
                .isEqualTo("gone");
        assertThatThrownBy(() -> members.component(message, "go", "Bob", List.of()))
                .isInstanceOfSatisfying(
                        ControlRefused.class,
                        refused -> assertThat(refused.status()).isEqualTo(404));
    }

    @Test
    void command_thatIsUnknownForbiddenOrMistyped_isNotSent() {
        assertThatThrownBy(() -> members.command("warren", "general", "Alice", "nope", Map.of()))
                .isInstanceOf(ControlRefused.class)
                .hasMessageContaining("404")
                .hasMessageContaining("echo");
        assertThatThrownBy(() -> members.command("warren", "general", "Alice", "guard", Map.of()))
                .isInstanceOf(ControlRefused.class)
                .hasMessageContaining("403");
        assertThatThrownBy(() -> members.command("warren", "general", "Alice", "echo", Map.of()))
                .isInstanceOf(ControlRefused.class)
                .hasMessageContaining("options.text");
        assertThatThrownBy(() -> members.command("warren", "general", "Alice", "echo", Map.of("text", "x".repeat(11))))
                .isInstanceOf(ControlRefused.class)
                .hasMessageContaining("0 to 10 characters");
        members.command("warren", "general", "owner", "guard", Map.of());
        members.command("warren", "general", "Alice", "set", Optional.of("prefix"), Map.of("value", "?"));
        assertThat(received(2)
                        .getJsonObject("data")
                        .getJsonArray("options")
                        .getJsonObject(0)
                        .getString("name"))
                .isEqualTo("prefix");
    }
}
