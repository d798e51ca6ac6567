package dev.warren.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warren.simulator.client.ControlRefused;
import dev.warren.simulator.client.SimulatorClient;
import dev.warren.simulator.rest.RateLimits;
import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FaultTest {
    private static final String CREATE = "POST /channels/{channel_id}/messages";
    private static DiscordSimulator simulator;
    private static SimulatorClient members;
    private static BotRest bot;
    private static String channel;

    @BeforeAll
    static void start() {
        simulator = Simulators.start(options -> options.withRateLimits(new RateLimits.Settings(false, 50, 1, 10_000)));
        members = new SimulatorClient(simulator.controlUri());
        bot = BotRest.of(simulator);
        channel = members.say("warren", "general", "Alice", "first").channelId();
    }

    @AfterEach
    void clear() {
        members.clearFaults();
    }

    @AfterAll
    static void stop() {
        members.close();
        Simulators.stop(simulator);
    }

    @Test
    void closedGateway_canBeResumed_asOftenAsItIsClosed() {
        RawGateway first = RawGateway.ready(simulator, RawGateway.ALL);
        members.fault("close-gateway", Map.of("count", 2));
        assertThat(first.closeCode()).isEqualTo(4000);

        RawGateway second = RawGateway.connect(simulator);
        second.resume(first.session(), first.lastSequence());
        assertThat(second.closeCode()).isEqualTo(4000);

        RawGateway third = RawGateway.connect(simulator);
        third.resume(first.session(), first.lastSequence());
        third.event("RESUMED");
    }

    @Test
    void reconnect_asksWithOpcode7() {
        RawGateway gateway = RawGateway.ready(simulator, 1);

        members.fault("reconnect", Map.of());

        assertThat(gateway.opcode(7)).isNotNull();
    }

    @Test
    void invalidSession_endsThoseWithAndWithoutSocket() {
        RawGateway away = RawGateway.ready(simulator, 1);
        away.abort();
        RawGateway here = RawGateway.ready(simulator, 1);

        members.fault("invalid-session", Map.of());

        assertThat(here.opcode(9).getBoolean("d")).isFalse();
        here.identify(1, new JsonObject());
        assertThat(here.events("READY", 2)).hasSize(2);
        RawGateway again = RawGateway.connect(simulator);
        again.resume(away.session(), 1);
        assertThat(again.opcode(9).getBoolean("d")).isFalse();
    }

    @Test
    void heartbeat_whoseAckIsLost_isAnsweredTheNextTime() {
        RawGateway gateway = RawGateway.ready(simulator, 1);
        members.fault("lost-heartbeat-ack", Map.of());

        gateway.send(1, 1);
        gateway.send(1, 1);

        gateway.opcode(11);
        assertThat(gateway.payloads().stream().filter(each -> each.getInteger("op") == 11))
                .hasSize(1);
    }

    @Test
    void rest429_saysHowLongToWait() {
        members.fault("rest-429", Map.of("millis", 1500, "route", CREATE));

        BotRest.Reply elsewhere = bot.get("/users/@me");
        BotRest.Reply limited = bot.say(channel, "x");

        assertThat(elsewhere.status()).isEqualTo(200);
        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.json().getDouble("retry_after")).isEqualTo(1.5);
        assertThat(limited.header("retry-after")).contains("2");
        assertThat(limited.header("via")).isPresent();
        assertThat(bot.say(channel, "y").status()).isEqualTo(200);
    }

    @Test
    void rest500_hasNoEffect() {
        members.fault("rest-500", Map.of("route", CREATE));

        assertThat(bot.say(channel, "lost").status()).isEqualTo(500);

        assertThat(members.messages("warren", "general"))
                .noneMatch(message -> message.getString("content").equals("lost"));
    }

    @Test
    void resetAfterAccept_hasItsEffect_forEveryNthRequest() {
        members.fault("rest-reset-after-accept", Map.of("route", CREATE, "every", 3, "count", 2));

        List<Boolean> broken = IntStream.range(0, 6)
                .mapToObj(i -> {
                    try {
                        bot.say(channel, "reset " + i);
                        return false;
                    } catch (UncheckedIOException reset) {
                        return true;
                    }
                })
                .toList();

        assertThat(broken).containsExactly(false, false, true, false, false, true);
        assertThat(members.messages("warren", "general").stream()
                        .filter(message -> message.getString("content").startsWith("reset ")))
                .hasSize(6);
    }

    @Test
    void delay_makesAnswersLate() {
        members.fault("delay", Map.of("millis", 300, "count", 1));
        long start = System.nanoTime();

        bot.get("/users/@me");

        assertThat((System.nanoTime() - start) / 1_000_000).isGreaterThanOrEqualTo(299);
    }

    @Test
    void noNonceDedupe_writesTwice() {
        var body = new JsonObject().put("content", "twice").put("nonce", "same").put("enforce_nonce", true);
        String first =
                bot.post("/channels/" + channel + "/messages", body).json().getString("id");
        members.fault("no-nonce-dedupe", Map.of());

        String second =
                bot.post("/channels/" + channel + "/messages", body).json().getString("id");

        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void fault_ofUnknownKindOrOutOfBounds_isRefusedWithTheRule() {
        assertThatThrownBy(() -> members.fault("earthquake", Map.of()))
                .isInstanceOf(ControlRefused.class)
                .hasMessageContaining("rest-reset-after-accept");
        assertThatThrownBy(() -> members.fault("delay", Map.of("millis", -1)))
                .isInstanceOf(ControlRefused.class)
                .hasMessageContaining("millis");
        assertThatThrownBy(() -> members.fault("close-gateway", Map.of("route", "/x")))
                .isInstanceOf(ControlRefused.class)
                .hasMessageContaining("route");
    }
}
