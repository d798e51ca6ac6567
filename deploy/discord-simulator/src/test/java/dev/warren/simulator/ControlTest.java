package dev.warren.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.warren.simulator.client.ControlRefused;
import dev.warren.simulator.client.SimulatorClient;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ControlTest {
    private static DiscordSimulator simulator;
    private static SimulatorClient members;

    @BeforeAll
    static void start() {
        simulator = Simulators.start();
        members = new SimulatorClient(simulator.controlUri());
    }

    @AfterAll
    static void stop() {
        members.close();
        Simulators.stop(simulator);
    }

    @Test
    void simulator_started_hasItsGuildAndChannel() {
        assertThat(members.getList("/guilds", Map.of()))
                .extracting(guild -> guild.getString("name"))
                .contains("warren");
        assertThat(members.getList("/channels", Map.of("guild", "warren"))
                        .getFirst()
                        .getString("name"))
                .isEqualTo("general");
    }

    @Test
    void message_inAPlaceThatIsMissing_makesIt() {
        var written = members.say("made", "by-name", "Newcomer", "hello");

        assertThat(written.guildId()).isPresent();
        assertThat(members.messages("made", "by-name"))
                .singleElement()
                .satisfies(message -> assertThat(message.getString("content")).isEqualTo("hello"));
        assertThat(members.getList("/members", Map.of("guild", "made")))
                .anyMatch(
                        member -> "Newcomer".equals(member.getJsonObject("user").getString("global_name")));
    }

    @Test
    void messages_editedDeletedAndPaged_areAsMembersSeeThem() {
        String first = members.say("warren", "edits", "Alice", "one").id();
        String second = members.say("warren", "edits", "Alice", "two").id();
        members.say("warren", "edits", "Alice", "three");
        RawGateway gateway = RawGateway.ready(simulator, RawGateway.ALL);

        members.edit(first, "uno");
        members.delete(second);

        assertThat(members.messages("warren", "edits"))
                .extracting(message -> message.getString("content"))
                .containsExactly("uno", "three");
        assertThat(members.messagesAfter("warren", "edits", first)).hasSize(1);
        assertThat(gateway.event("MESSAGE_UPDATE").getString("content")).isEqualTo("uno");
        assertThat(gateway.event("MESSAGE_DELETE").getString("id")).isEqualTo(second);
    }

    @Test
    void voice_enteredAndLeft_isTold() {
        RawGateway gateway = RawGateway.ready(simulator, RawGateway.ALL);
        var voice = new JsonObject()
                .put("guild", "warren")
                .put("channel", "Lounge")
                .put("user", "Alice")
                .put("mute", true);

        String channel = members.post("/voice", voice).getString("channelId");
        members.post("/voice", voice.copy().putNull("channel"));

        List<JsonObject> states = gateway.events("VOICE_STATE_UPDATE", 2);
        assertThat(states.getFirst().getJsonObject("d").getString("channel_id")).isEqualTo(channel);
        assertThat(states.getFirst().getJsonObject("d").getBoolean("self_mute")).isTrue();
        assertThat(states.getLast().getJsonObject("d").getString("channel_id")).isNull();
    }

    @Test
    void threadsRolesAndMembers_areMadeByName() {
        var thread = new JsonObject()
                .put("guild", "crew")
                .put("channel", "aside")
                .put("type", "public-thread")
                .put("parent", "general");
        members.put("/channels", thread);
        members.put(
                "/members",
                new JsonObject()
                        .put("guild", "crew")
                        .put("user", "Dora")
                        .put("roles", new JsonArray().add("helper"))
                        .put("nick", "Dee"));

        assertThat(members.say("crew", "aside", "Dora", "in a thread").channelId())
                .isNotBlank();
        assertThat(members.getList("/roles", Map.of("guild", "crew")))
                .extracting(role -> role.getString("name"))
                .contains("helper", "@everyone", "Warren");
        members.delete("/roles", Map.of("guild", "crew", "role", "helper"));
        members.delete("/members", Map.of("guild", "crew", "user", "Dora", "ban", "true"));
        assertThat(members.getList("/members", Map.of("guild", "crew")))
                .noneMatch(member -> "Dora".equals(member.getJsonObject("user").getString("global_name")));
    }

    @Test
    void input_thatBreaksARule_isAnsweredWithFieldRuleAndValue() {
        assertThatThrownBy(() -> members.write(new JsonObject()
                        .put("guild", "warren")
                        .put("channel", "general")
                        .put("content", "x")))
                .isInstanceOfSatisfying(ControlRefused.class, refused -> {
                    assertThat(refused.status()).isEqualTo(400);
                    assertThat(new JsonObject(refused.body()).getString("field"))
                            .isEqualTo("author");
                });
        assertThatThrownBy(() -> members.say("warren", "general", "Alice", "x".repeat(4001)))
                .isInstanceOf(ControlRefused.class)
                .hasMessageContaining("content");
        assertThatThrownBy(() -> members.put(
                        "/roles",
                        new JsonObject()
                                .put("guild", "warren")
                                .put("role", "r")
                                .put("permissions", new JsonArray().add("FLY"))))
                .isInstanceOf(ControlRefused.class)
                .hasMessageContaining("FLY");
        assertThatThrownBy(() -> members.interaction("1"))
                .isInstanceOf(ControlRefused.class)
                .hasMessageContaining("404");
        assertThatThrownBy(() -> members.post(
                        "/load",
                        new JsonObject().put("messagesPerSecond", 20000).put("seconds", 3600)))
                .isInstanceOf(ControlRefused.class)
                .hasMessageContaining("seconds");
    }

    @Test
    void load_atARate_sendsThatMuchOverMembersAndChannels() {
        RawGateway gateway = RawGateway.ready(simulator, RawGateway.ALL);

        members.post(
                "/load",
                new JsonObject()
                        .put("messagesPerSecond", 500)
                        .put("seconds", 1)
                        .put("members", 7)
                        .put("channels", 3));

        await().atMost(Duration.ofSeconds(5))
                .until(() -> !members.getObject("/load", Map.of()).getBoolean("running"));
        assertThat(members.getObject("/load", Map.of()).getInteger("sent")).isEqualTo(500);
        List<JsonObject> events = gateway.events("MESSAGE_CREATE", 500);
        assertThat(events.stream()
                        .map(event -> event.getJsonObject("d").getString("channel_id"))
                        .distinct())
                .hasSize(3);
        assertThat(events.stream()
                        .map(event ->
                                event.getJsonObject("d").getJsonObject("author").getString("id"))
                        .distinct())
                .hasSize(7);
    }

    /** That every route is described is checked at each start; here the other way round. */
    @Test
    void document_namesOnlyRoutesThatAreThere() {
        var control = new BotRest(simulator.controlUri(), "");
        JsonObject paths = members.getObject("/openapi.json", Map.of()).getJsonObject("paths");

        List<String> missing = paths.stream()
                .flatMap(path -> ((JsonObject) path.getValue())
                        .fieldNames().stream().map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .filter(route -> control.send(
                                route.split(" ")[0],
                                route.split(" ")[1].replace("{id}", "1"),
                                "{\"perSecond\":50,\"messagesPerSecond\":0}",
                                "application/json")
                        .body()
                        .contains("there is no such route"))
                .toList();

        assertThat(paths.size()).isGreaterThan(20);
        assertThat(missing).isEmpty();
    }
}
