package dev.warren.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.simulator.client.SimulatorClient;
import dev.warren.simulator.gateway.GatewaySettings;
import dev.warren.simulator.world.Intent;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GatewayTest {
    private static final long MESSAGES = Intent.GUILDS.bit() | Intent.GUILD_MESSAGES.bit();
    private static DiscordSimulator simulator;
    private static SimulatorClient members;

    @BeforeAll
    static void start() {
        simulator = Simulators.start(options -> options.withGateway(
                new GatewaySettings(Duration.ofSeconds(2), Duration.ofSeconds(1), 50, 60, 0, 10_000_000)));
        members = new SimulatorClient(simulator.controlUri());
    }

    @AfterAll
    static void stop() {
        members.close();
        Simulators.stop(simulator);
    }

    @Test
    void socket_opened_isGreetedWithTheHeartbeatInterval() {
        RawGateway gateway = RawGateway.connect(simulator);

        assertThat(gateway.opcode(10).getJsonObject("d").getInteger("heartbeat_interval"))
                .isEqualTo(2000);
    }

    @Test
    void identify_withTheToken_getsReadyAndItsGuilds() {
        RawGateway gateway = RawGateway.connect(simulator);

        gateway.identify(RawGateway.ALL, new JsonObject());

        JsonObject ready = gateway.event("READY");
        assertThat(ready.getString("resume_gateway_url"))
                .isEqualTo(simulator.gatewayUri().toString());
        assertThat(ready.getJsonObject("user").getBoolean("bot")).isTrue();
        JsonObject guild = gateway.event("GUILD_CREATE");
        assertThat(guild.getString("name")).isEqualTo("warren");
        assertThat(guild.getJsonArray("channels").getJsonObject(0).getString("name"))
                .isEqualTo("general");
        assertThat(guild.getJsonArray("roles").getJsonObject(0).getJsonObject("colors"))
                .isNotNull();
    }

    @Test
    void identify_withAnotherToken_isClosedWith4004() {
        RawGateway gateway = RawGateway.connect(simulator);

        gateway.identify(1, new JsonObject().put("token", "wrong"));

        assertThat(gateway.closeCode()).isEqualTo(4004);
    }

    @Test
    void identify_withUnknownIntents_isClosedWith4013() {
        RawGateway gateway = RawGateway.connect(simulator);

        gateway.identify(1L << 40, new JsonObject());

        assertThat(gateway.closeCode()).isEqualTo(4013);
    }

    @Test
    void identify_withAnIntentThatIsSwitchedOff_isClosedWith4014() {
        members.put("/application", new JsonObject().put("intents", new JsonObject().put("GUILD_PRESENCES", false)));
        RawGateway gateway = RawGateway.connect(simulator);

        gateway.identify(RawGateway.ALL, new JsonObject());

        assertThat(gateway.closeCode()).isEqualTo(4014);
        members.put("/application", new JsonObject().put("intents", new JsonObject().put("GUILD_PRESENCES", true)));
    }

    @Test
    void frame_beforeIdentify_isClosedWith4003AndUnknownOnesWith4001And4002() {
        RawGateway early = RawGateway.connect(simulator);
        RawGateway unknown = RawGateway.connect(simulator);
        RawGateway malformed = RawGateway.connect(simulator);

        early.send(3, new JsonObject());
        unknown.send(77, new JsonObject());
        malformed.sendText("{");

        assertThat(List.of(early.closeCode(), unknown.closeCode(), malformed.closeCode()))
                .containsExactly(4003, 4001, 4002);
    }

    @Test
    void client_thatSendsTooMuch_isClosedWith4008() {
        RawGateway gateway = RawGateway.connect(simulator);

        IntStream.rangeClosed(0, 121).forEach(i -> {
            if (gateway.payloads().size() <= 60) {
                gateway.send(1, 1);
            }
        });

        assertThat(gateway.closeCode()).isEqualTo(4008);
    }

    @Test
    void message_withoutTheContentIntent_arrivesEmptyUnlessItMentionsTheBot() {
        RawGateway gateway = RawGateway.ready(simulator, MESSAGES);

        members.say("warren", "quiet", "Alice", "a secret");
        members.say("warren", "quiet", "Alice", "for <@" + Simulators.BOT_ID + ">");

        List<String> contents = gateway.events("MESSAGE_CREATE", 2).stream()
                .map(event -> event.getJsonObject("d").getString("content"))
                .toList();
        assertThat(contents).containsExactly("", "for <@" + Simulators.BOT_ID + ">");
    }

    @Test
    void directMessage_withoutTheContentIntent_arrivesWhole() {
        RawGateway gateway = RawGateway.ready(simulator, Intent.DIRECT_MESSAGES.bit());

        members.sayDirectly("Carol", "between us");

        JsonObject message = gateway.event("MESSAGE_CREATE");
        assertThat(message.getString("content")).isEqualTo("between us");
        assertThat(message.containsKey("guild_id")).isFalse();
    }

    @Test
    void event_whoseIntentIsMissing_doesNotArrive() {
        RawGateway gateway = RawGateway.ready(simulator, Intent.GUILDS.bit());

        members.say("warren", "general", "Alice", "not for this session");
        members.put("/channels", new JsonObject().put("guild", "warren").put("channel", "made-after"));

        gateway.event("CHANNEL_CREATE");
        assertThat(gateway.events("MESSAGE_CREATE")).isEmpty();
    }

    @Test
    void channel_thatTheBotMayNotSee_sendsNothing() {
        members.put(
                "/roles",
                new JsonObject().put("guild", "hidden").put("role", "Warren").put("permissions", List.of()));
        members.put(
                "/channels",
                new JsonObject()
                        .put("guild", "hidden")
                        .put("channel", "secret")
                        .put(
                                "overwrites",
                                List.of(new JsonObject()
                                        .put("role", "@everyone")
                                        .put("deny", List.of("VIEW_CHANNEL")))));
        members.put(
                "/roles",
                new JsonObject()
                        .put("guild", "hidden")
                        .put("role", "crew")
                        .put("permissions", List.of("ADMINISTRATOR")));
        members.put(
                "/members",
                new JsonObject().put("guild", "hidden").put("user", "Alice").put("roles", List.of("crew")));
        RawGateway gateway = RawGateway.ready(simulator, RawGateway.ALL);

        members.say("hidden", "secret", "Alice", "unseen");
        members.say("hidden", "general", "Alice", "seen");

        assertThat(gateway.event("MESSAGE_CREATE").getString("content")).isEqualTo("seen");
    }

    @Test
    void resume_afterALostSocket_replaysWhatWasMissedInOrder() {
        RawGateway first = RawGateway.ready(simulator, RawGateway.ALL);
        members.say("warren", "resumed", "Alice", "0");
        first.event("MESSAGE_CREATE");
        long seen = first.lastSequence();
        first.abort();
        IntStream.rangeClosed(1, 20).forEach(i -> members.say("warren", "resumed", "Alice", Integer.toString(i)));

        RawGateway second = RawGateway.connect(simulator);
        second.resume(first.session(), seen);

        List<JsonObject> replayed = second.events("MESSAGE_CREATE", 20);
        second.event("RESUMED");
        assertThat(replayed)
                .extracting(event -> event.getJsonObject("d").getString("content"))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 20).mapToObj(Integer::toString).toList());
        assertThat(replayed)
                .extracting(event -> event.getLong("s"))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 20).mapToObj(i -> seen + i).toList());
        members.say("warren", "resumed", "Alice", "live");
        assertThat(second.events("MESSAGE_CREATE", 21).getLast().getLong("s")).isEqualTo(seen + 21);
    }

    @Test
    void resume_ofWhatTheBufferNoLongerHolds_isInvalid() {
        RawGateway first = RawGateway.ready(simulator, RawGateway.ALL);
        first.event("GUILD_CREATE");
        first.abort();
        IntStream.rangeClosed(1, 60).forEach(i -> members.say("warren", "overflow", "Alice", Integer.toString(i)));

        RawGateway second = RawGateway.connect(simulator);
        second.resume(first.session(), 1);

        assertThat(second.opcode(9).getBoolean("d")).isFalse();
    }

    @Test
    void session_closedWith1000OrExpired_cannotBeResumed() {
        RawGateway closed = RawGateway.ready(simulator, 1);
        RawGateway expired = RawGateway.ready(simulator, 1);
        closed.close(1000);
        expired.abort();
        await().atMost(Duration.ofSeconds(4))
                .until(() -> members.stats().getJsonArray("sessions").stream()
                        .map(JsonObject.class::cast)
                        .noneMatch(session ->
                                List.of(closed.session(), expired.session()).contains(session.getString("id"))));

        for (RawGateway gone : List.of(closed, expired)) {
            RawGateway again = RawGateway.connect(simulator);
            again.resume(gone.session(), 1);
            assertThat(again.opcode(9).getBoolean("d")).isFalse();
        }
    }

    @Test
    void client_withoutHeartbeats_isClosedWith4009() {
        RawGateway gateway = RawGateway.ready(simulator, 1);

        assertThat(gateway.closeCode()).isEqualTo(4009);
    }

    @Test
    void heartbeat_isAcknowledged() {
        RawGateway gateway = RawGateway.connect(simulator);

        gateway.send(1, 0);

        assertThat(gateway.opcode(11)).isNotNull();
    }
}
