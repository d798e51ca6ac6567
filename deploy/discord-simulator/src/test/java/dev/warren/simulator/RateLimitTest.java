package dev.warren.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.simulator.client.SimulatorClient;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private final MutableClock clock = new MutableClock();
    private DiscordSimulator simulator;
    private SimulatorClient members;
    private BotRest bot;

    @BeforeEach
    void start() {
        simulator = Simulators.start(options -> options.withClock(clock));
        members = new SimulatorClient(simulator.controlUri());
        bot = BotRest.of(simulator);
    }

    @AfterEach
    void stop() {
        members.close();
        Simulators.stop(simulator);
    }

    private String channel(String name) {
        return members.say("warren", name, "Alice", "x").channelId();
    }

    @Test
    void channel_takesFiveMessagesInFiveSeconds_andOtherChannelsTheirOwn() {
        String busy = channel("busy");
        IntStream.rangeClosed(1, 5).forEach(i -> {
            BotRest.Reply reply = bot.say(busy, "m" + i);
            assertThat(reply.header("x-ratelimit-remaining")).contains(Integer.toString(5 - i));
        });

        BotRest.Reply limited = bot.say(busy, "m6");

        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.header("x-ratelimit-scope")).contains("user");
        assertThat(limited.json().getDouble("retry_after")).isEqualTo(5.0);
        assertThat(limited.header("x-ratelimit-bucket")).isPresent();
        assertThat(bot.say(channel("calm"), "m").status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(5));
        assertThat(bot.say(busy, "m7").status()).isEqualTo(200);
        assertThat(members.stats().getInteger("rateLimitedUser")).isEqualTo(1);
    }

    @Test
    void bot_takesFiftyRequestsASecondInAll() {
        long passed = IntStream.range(0, 60)
                .filter(i -> bot.get("/channels/" + channel("c" + i % 20)).status() == 200)
                .count();

        BotRest.Reply limited = bot.get("/users/@me");

        assertThat(passed).isEqualTo(50);
        assertThat(limited.header("x-ratelimit-global")).contains("true");
        assertThat(limited.json().getBoolean("global")).isTrue();
    }

    @Test
    void limits_switchedOff_refuseNothing() {
        members.put("/limits", new JsonObject().put("enabled", false));
        String channel = channel("free");

        assertThat(IntStream.range(0, 100)
                        .map(i -> bot.say(channel, "m").status())
                        .distinct())
                .containsExactly(200);
    }

    @Test
    void address_withTooManyInvalidRequests_isBlocked() {
        members.put("/limits", new JsonObject().put("invalidPerTenMinutes", 3));
        var stranger = new BotRest(simulator.restUri(), "wrong");
        IntStream.range(0, 3).forEach(i -> stranger.get("/users/@me"));

        BotRest.Reply blocked = bot.get("/users/@me");

        assertThat(blocked.status()).isEqualTo(429);
        assertThat(blocked.header("via")).isEmpty();
        clock.advance(Duration.ofMinutes(11));
        assertThat(bot.get("/users/@me").status()).isEqualTo(200);
    }
}
