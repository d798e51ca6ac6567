package dev.warren.gateway.shards;

import dev.warren.gateway.GatewayConfig;
import dev.warren.gateway.connection.ConnectionSettings;
import dev.warren.gateway.connection.ConnectionState;
import dev.warren.gateway.connection.DiscordConnection;
import dev.warren.gateway.connection.DiscordConnection.Ending;
import dev.warren.gateway.connection.IdentifyGate;
import dev.warren.gateway.connection.JavacordConnection;
import dev.warren.gateway.gaps.GapReader;
import dev.warren.gateway.identity.BotIdentity;
import dev.warren.gateway.inbound.Inbounds;
import dev.warren.gateway.inbound.ShardInbound;
import dev.warren.gateway.sessions.Memory;
import dev.warren.gateway.sessions.SeatStore;
import dev.warren.gateway.sessions.SessionsConfig;
import dev.warren.gateway.sessions.ShardMemory;
import dev.warren.gateway.sessions.ShardStore;
import dev.warren.runtime.lifecycle.Every;
import dev.warren.runtime.redis.Redis;
import dev.warren.runtime.trouble.Conditions;
import dev.warren.runtime.trouble.Waiting;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/** One shard from its lease to its end. Who loses the lease goes back to waiting for it. */
final class ShardRunner {
    private static final Logger LOG = Logger.getLogger(ShardRunner.class);
    /** A lease is renewed so often in its time. */
    private static final int RENEWALS = 3;

    private static final int WAITING = 0;
    private static final int CONNECTING = 1;
    private static final int CONNECTED = 2;

    private final ConnectionSettings settings;
    private final BotIdentity bot;
    private final Lease lease;
    private final Means means;
    private final String condition;
    private final AtomicInteger state;
    private Optional<Live> live = Optional.empty();
    private boolean stopped;

    /** What all shards of a process share. */
    record Means(
            GatewayConfig config,
            SessionsConfig sessions,
            Login login,
            IdentifyGate identifies,
            Inbounds inbounds,
            ShardStore store,
            SeatStore seats,
            GapReader gaps,
            Redis redis,
            Conditions conditions,
            Waiting waiting,
            Vertx vertx,
            MeterRegistry meters,
            InstantSource clock,
            RandomGenerator random,
            Runnable wrongToken) {}

    /** While it is this process's. */
    private record Live(
            DiscordConnection connection, ShardInbound inbound, ShardWriter writer, Every renewals, Every writes) {
        void endRounds() {
            renewals.close();
            writes.close();
        }
    }

    ShardRunner(ConnectionSettings settings, BotIdentity bot, Owner self, Means means) {
        this.settings = settings;
        this.bot = bot;
        this.means = means;
        this.lease =
                new Lease(means.redis(), shard(), self, means.config().shard().lease());
        this.condition = ShardStates.name(shard(), settings.shard().count());
        this.state = means.meters()
                .gauge("warren.shard.state", Tags.of("shard", String.valueOf(shard())), new AtomicInteger());
    }

    private int shard() {
        return settings.shard().id();
    }

    private static Duration renewal(GatewayConfig config) {
        return config.shard().lease().dividedBy(RENEWALS);
    }

    /** Which session is open; none while there is none. */
    synchronized Optional<String> session() {
        return live.flatMap(now -> now.connection().session())
                .map(stored -> stored.session().id());
    }

    /** Sends a frame in this session; false when it is another's, or cannot be sent now. */
    synchronized boolean send(String session, String frame) {
        return session().filter(session::equals).isPresent()
                && live.filter(now -> now.connection().sendFrame(frame)).isPresent();
    }

    /** The time of a heartbeat to Discord and back. */
    synchronized Optional<Duration> latency() {
        return live.flatMap(now -> now.connection().latency());
    }

    /** Takes the lease, now or when it ends. */
    void begin() {
        lease.take()
                .subscribe()
                .with(
                        owner -> {
                            if (owner.isEmpty()) {
                                own();
                            } else {
                                waitFor("shard " + shard() + " belongs to "
                                        + owner.get().shown() + " and is taken over when its lease ends");
                            }
                        },
                        failure -> waitFor("no lease for shard " + shard() + ": " + failure.getMessage()));
    }

    private synchronized void waitFor(String why) {
        if (stopped) {
            return;
        }
        state.set(WAITING);
        means.conditions().away(condition, why);
        long pause = renewal(means.config()).toMillis();
        means.vertx().setTimer(Math.max(1, pause / 2 + means.random().nextLong(pause)), _ -> begin());
    }

    private void own() {
        means.waiting()
                .outage(() -> means.seats()
                        .remember(shard(), settings.shard().count())
                        .chain(() -> means.store().own(shard(), settings.shard().count())))
                .subscribe()
                .with(this::connect, failure -> {
                    LOG.errorf(failure, "what the shard remembers could not be read shard=%d", shard());
                    waitFor("what shard " + shard() + " remembers could not be read");
                });
    }

    private synchronized void connect(Memory memory) {
        if (stopped) {
            return;
        }
        var resumed = memory.session();
        LOG.infof("shard taken shard=%d epoch=%d resuming=%s", (Object) shard(), memory.epoch(), resumed.isPresent());
        state.set(CONNECTING);
        var remembered = new ShardMemory(means.sessions(), memory);
        var inbound = means.inbounds().forShard(shard(), remembered);
        var states = new ShardStates(
                condition,
                means.conditions(),
                bot,
                means.wrongToken(),
                memory.newest().isPresent(),
                this::sessionLost);
        var connection = new JavacordConnection(
                settings,
                () -> means.login().gateway().thenApply(Login.Gateway::address),
                means.identifies(),
                inbound,
                next -> {
                    note(next);
                    states.onState(next);
                },
                means.clock(),
                means.random());
        var writer = new ShardWriter(
                shard(),
                memory.epoch(),
                remembered,
                inbound,
                connection,
                means.store(),
                means.gaps(),
                means.conditions(),
                means.clock());
        live = Optional.of(new Live(
                connection,
                inbound,
                writer,
                Every.start("lease", renewal(means.config()), this::renew),
                Every.start("shard", means.sessions().write(), () -> write(writer))));
        resumed.ifPresent(session -> inbound.sequence().begin(session.session().id(), session.sequence()));
        inbound.start();
        connection.connect(resumed);
        means.gaps().begin(shard(), settings.shard().count(), inbound::isCalm, remembered::readBack);
    }

    private void note(ConnectionState next) {
        state.set(
                next instanceof ConnectionState.Ready || next instanceof ConnectionState.Resumed
                        ? CONNECTED
                        : CONNECTING);
    }

    /** What else than messages its end has lost cannot be counted; so the ends are. */
    private void sessionLost() {
        means.meters()
                .counter("warren.lost", "shard", String.valueOf(shard()), "reason", "session")
                .increment();
    }

    private Uni<Void> renew() {
        return lease.take()
                .invoke(owner -> owner.ifPresent(other -> lost("shard " + shard() + " was taken by " + other.shown())))
                .replaceWithVoid();
    }

    private Uni<Void> write(ShardWriter writer) {
        return writer.round()
                .onFailure(ShardStore.Superseded.class)
                .invoke(() -> lost("shard " + shard() + " was taken by another process"));
    }

    private synchronized void lost(String why) {
        if (live.isEmpty()) {
            return;
        }
        var before = live.get();
        live = Optional.empty();
        before.endRounds();
        means.gaps().end(shard());
        means.conditions().away(condition, why);
        Thread.ofVirtual().name("shard-" + shard() + "-end").start(() -> {
            close(before, Duration.ZERO);
            waitFor(why);
        });
    }

    /** Takes it down in order: no more events, then what was taken is published, then noted; the session stays resumable. */
    void stop() {
        Optional<Live> before;
        synchronized (this) {
            stopped = true;
            before = live;
            live = Optional.empty();
        }
        before.ifPresent(last -> {
            last.endRounds();
            means.gaps().end(shard());
            var draining = means.config().inbound().draining();
            close(last, draining);
            try {
                last.writer()
                        .finish(draining)
                        .chain(lease::release)
                        .await()
                        .atMost(draining.plus(means.config().discord().closing()));
            } catch (RuntimeException e) {
                LOG.warnf(
                        "not all could be noted shard=%d error=%s",
                        (Object) shard(), e.getClass().getName());
            }
        });
    }

    private void close(Live last, Duration draining) {
        try {
            last.connection()
                    .close(Ending.KEEP_SESSION)
                    .toCompletableFuture()
                    .get(means.config().discord().closing().multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS);
            last.inbound().close(draining);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf(
                    "the shard did not close in time shard=%d error=%s",
                    (Object) shard(), e.getClass().getName());
        }
    }
}
