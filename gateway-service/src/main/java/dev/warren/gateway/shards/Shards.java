package dev.warren.gateway.shards;

import dev.warren.gateway.GatewayConfig;
import dev.warren.gateway.OwnShards;
import dev.warren.gateway.backoff.Backoff;
import dev.warren.gateway.connection.ConnectionSettings;
import dev.warren.gateway.connection.ConnectionSettings.Network;
import dev.warren.gateway.connection.ConnectionSettings.Shard;
import dev.warren.gateway.connection.ConnectionSettings.Timeouts;
import dev.warren.gateway.connection.Intent;
import dev.warren.gateway.connection.SpacedIdentifies;
import dev.warren.gateway.gaps.GapReader;
import dev.warren.gateway.identity.BotIdentity;
import dev.warren.gateway.identity.Identity;
import dev.warren.gateway.inbound.Inbounds;
import dev.warren.gateway.sessions.SeatStore;
import dev.warren.gateway.sessions.SessionsConfig;
import dev.warren.gateway.sessions.ShardStore;
import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.lifecycle.Readiness;
import dev.warren.runtime.redis.Redis;
import dev.warren.runtime.trouble.Conditions;
import dev.warren.runtime.trouble.Waiting;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Begins this process's shards once what the services offer and what guilds have set is read; the token is tried before. Takes them down
 * at the end.
 */
@ApplicationScoped
public class Shards {
    private static final Logger LOG = Logger.getLogger(Shards.class);
    /** EX_CONFIG of {@code sysexits.h}: a restart cannot help. */
    private static final int WRONG_SETTING = 78;

    private static final String STARTING = "discord";

    private final GatewayConfig config;
    private final SessionsConfig sessions;
    private final RuntimeConfig runtime;
    private final Readiness readiness;
    private final Login login;
    private final Identity identity;
    private final Inbounds inbounds;
    private final ShardStore store;
    private final SeatStore seats;
    private final GapReader gaps;
    private final Redis redis;
    private final Conditions conditions;
    private final Waiting waiting;
    private final Vertx vertx;
    private final MeterRegistry meters;
    private final InstantSource clock;
    private final RandomGenerator random = new SecureRandom();
    private final List<ShardRunner> runners = new CopyOnWriteArrayList<>();

    Shards(
            GatewayConfig config,
            SessionsConfig sessions,
            RuntimeConfig runtime,
            Readiness readiness,
            Login login,
            Identity identity,
            Inbounds inbounds,
            ShardStore store,
            SeatStore seats,
            GapReader gaps,
            Redis redis,
            Conditions conditions,
            Waiting waiting,
            Vertx vertx,
            MeterRegistry meters,
            InstantSource clock) {
        this.config = config;
        this.sessions = sessions;
        this.runtime = runtime;
        this.readiness = readiness;
        this.login = login;
        this.identity = identity;
        this.inbounds = inbounds;
        this.store = store;
        this.seats = seats;
        this.gaps = gaps;
        this.redis = redis;
        this.conditions = conditions;
        this.waiting = waiting;
        this.vertx = vertx;
        this.meters = meters;
        this.clock = clock;
    }

    /** The time of a heartbeat to Discord and back, of the first shard that has one; none before the first. */
    public Optional<Duration> latency() {
        return runners.stream().flatMap(runner -> runner.latency().stream()).findFirst();
    }

    /** The sessions that are open at Discord's gateway: one for each shard of this process. */
    public Set<String> sessions() {
        return runners.stream().flatMap(runner -> runner.session().stream()).collect(Collectors.toSet());
    }

    /** Sends a frame in this session; false when that cannot be now. */
    public boolean send(String session, String frame) {
        return runners.stream().anyMatch(runner -> runner.send(session, frame));
    }

    void start(@Observes StartupEvent event) {
        if (runtime.train()) {
            return;
        }
        if (config.token().filter(token -> !token.isBlank()).isEmpty()) {
            throw new ConfigurationException("DISCORD_TOKEN must be the bot's token: it is not set");
        }
        var own = OwnShards.of(config.shard());
        conditions.away(STARTING, "not connected yet");
        identify(1, own);
    }

    private void identify(int attempt, OwnShards own) {
        login.identify()
                .thenAccept(answer -> {
                    switch (answer) {
                        case Login.Answer.Known(var bot) -> known(bot, own);
                        case Login.Answer.WrongToken _ -> wrongToken();
                        case Login.Answer.Away(var why) -> {
                            conditions.away(STARTING, why);
                            var wait = new Backoff(
                                            config.discord().backoffFirst(),
                                            config.discord().backoffMax())
                                    .after(attempt, random);
                            vertx.setTimer(Math.max(1, wait.toMillis()), _ -> identify(attempt + 1, own));
                        }
                    }
                })
                .exceptionally(failure -> {
                    LOG.error("the shards could not be started", failure);
                    return null;
                });
    }

    private void known(BotIdentity bot, OwnShards own) {
        identity.learned(bot);
        readiness
                .whenReady()
                .subscribe()
                .with(_ -> begin(bot, own), _ -> LOG.debug("stopped before the shards were begun"));
    }

    private synchronized void begin(BotIdentity bot, OwnShards own) {
        var missing = Intents.missing(bot.flags());
        missing.forEach(intent -> ShardStates.sayMissing(intent, bot));
        var spacing = config.discord().identifySpacing();
        var means = new ShardRunner.Means(
                config,
                sessions,
                login,
                new SharedIdentifies(redis, login, new SpacedIdentifies(spacing, clock), spacing),
                inbounds,
                store,
                seats,
                gaps,
                redis,
                conditions,
                waiting,
                vertx,
                meters,
                clock,
                random,
                this::wrongToken);
        var self = Owner.self(OwnShards.hostName(), random);
        for (int shard : own.ids()) {
            conditions.away(ShardStates.name(shard, own.count()), "not connected yet");
            runners.add(new ShardRunner(settings(new Shard(shard, own.count()), missing), bot, self, means));
        }
        if (own.count() > 1) {
            conditions.there(STARTING);
        }
        runners.forEach(ShardRunner::begin);
    }

    private ConnectionSettings settings(Shard shard, Set<Intent> missing) {
        var discord = config.discord();
        var intents = EnumSet.copyOf(Intents.WANTED);
        intents.removeAll(missing);
        return new ConnectionSettings(
                config.token().orElseThrow(),
                shard,
                intents,
                new Timeouts(
                        discord.login(),
                        discord.backoffFirst(),
                        discord.backoffMax(),
                        discord.closing(),
                        discord.heartbeatAck()),
                discord.waitingFrames(),
                new Network(Optional.empty(), false, discord.compress()));
    }

    private void wrongToken() {
        LOG.error("wrong setting: DISCORD_TOKEN must be the token of a bot: Discord refuses it");
        switch (config.onWrongToken()) {
            case EXIT -> Quarkus.asyncExit(WRONG_SETTING);
            case STAY -> conditions.away(STARTING, "the token is wrong");
        }
    }

    /** All at once, since each may take seconds. */
    void stop(@Observes ShutdownEvent event) {
        try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
            runners.forEach(runner -> each.execute(runner::stop));
        }
    }
}
