package dev.warren.gateway.shards;

import dev.warren.gateway.GatewayConfig;
import dev.warren.gateway.backoff.Backoff;
import dev.warren.gateway.connection.ConnectionSettings;
import dev.warren.gateway.connection.ConnectionSettings.Network;
import dev.warren.gateway.connection.ConnectionSettings.Shard;
import dev.warren.gateway.connection.ConnectionSettings.Timeouts;
import dev.warren.gateway.connection.DiscordConnection;
import dev.warren.gateway.connection.DiscordConnection.Ending;
import dev.warren.gateway.connection.Intent;
import dev.warren.gateway.connection.JavacordConnection;
import dev.warren.gateway.connection.SpacedIdentifies;
import dev.warren.gateway.identity.BotIdentity;
import dev.warren.gateway.identity.Identity;
import dev.warren.gateway.inbound.Inbounds;
import dev.warren.gateway.inbound.ShardInbound;
import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.events.FollowedTopics;
import dev.warren.runtime.trouble.Conditions;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/**
 * Connects this process's shard once what the services offer and what guilds have set is read; the token is tried before. Takes it down in
 * order: no more events, then what was taken is published.
 */
@ApplicationScoped
public class Shards {
    private static final Logger LOG = Logger.getLogger(Shards.class);
    /** EX_CONFIG of {@code sysexits.h}: a restart cannot help. */
    private static final int WRONG_SETTING = 78;

    private final GatewayConfig config;
    private final RuntimeConfig runtime;
    private final FollowedTopics topics;
    private final Login login;
    private final Identity identity;
    private final Inbounds inbounds;
    private final Conditions conditions;
    private final Vertx vertx;
    private final InstantSource clock;
    private final RandomGenerator random = new SecureRandom();
    private volatile Optional<Running> running = Optional.empty();

    Shards(
            GatewayConfig config,
            RuntimeConfig runtime,
            FollowedTopics topics,
            Login login,
            Identity identity,
            Inbounds inbounds,
            Conditions conditions,
            Vertx vertx,
            InstantSource clock) {
        this.config = config;
        this.runtime = runtime;
        this.topics = topics;
        this.login = login;
        this.identity = identity;
        this.inbounds = inbounds;
        this.conditions = conditions;
        this.vertx = vertx;
        this.clock = clock;
    }

    private record Running(DiscordConnection connection, ShardInbound inbound) {}

    /** The time of a heartbeat to Discord and back; none before the first. */
    public Optional<Duration> latency() {
        return running.flatMap(shard -> shard.connection().latency());
    }

    void start(@Observes StartupEvent event) {
        if (runtime.train()) {
            return;
        }
        if (config.token().filter(token -> !token.isBlank()).isEmpty()) {
            throw new ConfigurationException("DISCORD_TOKEN must be the bot's token: it is not set");
        }
        conditions.away(ShardStates.DISCORD, "not connected yet");
        identify(1);
    }

    private void identify(int attempt) {
        login.identify()
                .thenAccept(answer -> {
                    switch (answer) {
                        case Login.Answer.Known(var bot) -> known(bot);
                        case Login.Answer.WrongToken _ -> wrongToken();
                        case Login.Answer.Away(var why) -> {
                            conditions.away(ShardStates.DISCORD, why);
                            var wait = new Backoff(
                                            config.discord().backoffFirst(),
                                            config.discord().backoffMax())
                                    .after(attempt, random);
                            vertx.setTimer(Math.max(1, wait.toMillis()), _ -> identify(attempt + 1));
                        }
                    }
                })
                .exceptionally(failure -> {
                    LOG.error("the shard could not be started", failure);
                    return null;
                });
    }

    private void known(BotIdentity bot) {
        identity.learned(bot);
        topics.whenCaughtUp().subscribe().with(_ -> connect(bot), _ -> LOG.debug("stopped before it was connected"));
    }

    private void connect(BotIdentity bot) {
        var missing = Intents.missing(bot.flags());
        missing.forEach(intent -> ShardStates.sayMissing(intent, bot));
        var inbound = inbounds.forShard(config.shard().id());
        var discord = config.discord();
        var connection = new JavacordConnection(
                settings(missing),
                login::gateway,
                new SpacedIdentifies(discord.identifySpacing(), clock),
                inbound,
                new ShardStates(conditions, bot, this::wrongToken),
                clock,
                random);
        running = Optional.of(new Running(connection, inbound));
        inbound.start();
        connection.connect(Optional.empty());
    }

    private ConnectionSettings settings(Set<Intent> missing) {
        var discord = config.discord();
        var intents = EnumSet.copyOf(Intents.WANTED);
        intents.removeAll(missing);
        return new ConnectionSettings(
                config.token().orElseThrow(),
                new Shard(config.shard().id(), config.shard().count()),
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
            case STAY -> conditions.away(ShardStates.DISCORD, "the token is wrong");
        }
    }

    void stop(@Observes ShutdownEvent event) {
        running.ifPresent(shard -> {
            running = Optional.empty();
            try {
                // The store of sessions comes with resuming over restarts; until then a kept session would only look
                // alive.
                shard.connection()
                        .close(Ending.END_SESSION)
                        .toCompletableFuture()
                        .get(config.discord().closing().multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS);
                shard.inbound().close(config.inbound().draining());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                LOG.warnf(
                        "the shard did not close in time error=%s", e.getClass().getName());
            }
        });
    }
}
