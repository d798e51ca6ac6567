package dev.warren.gateway.limits;

import dev.warren.local.TestServers;
import dev.warren.runtime.redis.Redis;
import dev.warren.schemas.bot.Cooldown;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Gateways that share one real Redis, each with a connection of its own, and what members do there. */
final class Limiting implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final AtomicInteger EVENTS = new AtomicInteger();

    final MeterRegistry meters = new SimpleMeterRegistry();
    private final String prefix = "test:" + UUID.randomUUID() + ":";
    private final List<Redis> connections = new ArrayList<>();
    private final LimitsConfig config;

    Limiting(Map<String, String> settings) {
        var builder = new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(LimitsConfig.class);
        builder.withDefaultValue("warren.limits.patience", "5s");
        settings.forEach((key, value) -> builder.withDefaultValue("warren.limits." + key, value));
        this.config = builder.build().getConfigMapping(LimitsConfig.class);
    }

    MemberLimits gateway() {
        return gateway(TestServers.shared().redisUrl());
    }

    MemberLimits gateway(String redisUrl) {
        var redis = new Redis(redisUrl, prefix, Duration.ofSeconds(2));
        connections.add(redis);
        return new MemberLimits(new LimitStore(redis), config, meters);
    }

    static Use use(long guild, long user, String command, Instant at) {
        return new Use(
                EventId.of("test:" + EVENTS.incrementAndGet()),
                Optional.of(new GuildId(guild)),
                new ChannelId(7),
                new UserId(user),
                command,
                Optional.empty(),
                at);
    }

    static Use cooled(Use use, int uses, Duration window, Cooldown.Scope scope) {
        return new Use(
                use.event(),
                use.guild(),
                use.channel(),
                use.user(),
                use.command(),
                Optional.of(new Cooldown(uses, window, scope)),
                use.at());
    }

    static LimitVerdict take(MemberLimits gateway, Use use) {
        return gateway.take(use).toCompletableFuture().join();
    }

    /** Redis loses what it holds of these gateways. */
    void forgetAll() {
        connections
                .getFirst()
                .call(commands -> commands.keys(prefix + "*"))
                .chain(keys -> connections.getFirst().call(commands -> commands.del(keys.toArray(String[]::new))))
                .await()
                .atMost(Duration.ofSeconds(5));
    }

    @Override
    public void close() {
        connections.forEach(Redis::close);
    }
}
