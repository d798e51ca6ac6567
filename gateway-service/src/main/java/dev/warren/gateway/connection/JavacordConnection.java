package dev.warren.gateway.connection;

import dev.warren.gateway.backoff.Backoff;
import dev.warren.gateway.connection.ConnectionState.Closed;
import dev.warren.gateway.connection.ConnectionState.Connecting;
import dev.warren.gateway.connection.ConnectionState.Disconnected;
import dev.warren.gateway.connection.ConnectionState.Failed;
import dev.warren.gateway.connection.ConnectionState.Failure;
import dev.warren.gateway.connection.ConnectionState.IntentsRefused;
import dev.warren.gateway.connection.ConnectionState.LoginTimedOut;
import dev.warren.gateway.connection.ConnectionState.Ready;
import dev.warren.gateway.connection.ConnectionState.Resumed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The connection on Javacord's socket. All decisions are made on one thread, one after another; events do not pass through it. */
public final class JavacordConnection implements DiscordConnection {
    /** A connection that was live for so long had no trouble. */
    private static final Duration STEADY = Duration.ofSeconds(10);

    /** Discord asks for a random wait of 1 to 5 s after it has called a session invalid. */
    private static final Duration INVALID_SESSION_WAIT = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(JavacordConnection.class);

    private final ConnectionSettings settings;
    private final Directions directions;
    private final DispatchListener dispatches;
    private final StateListener states;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Backoff backoff;
    private final DecisionLoop loop;
    private final IntentChoice intents;
    private final AtomicBoolean started = new AtomicBoolean();
    private final CompletableFuture<Optional<StoredSession>> closed = new CompletableFuture<>();

    private volatile @Nullable ConnectionState state;
    private volatile @Nullable Attempt attempt;
    private volatile boolean live;
    private volatile Optional<StoredSession> held = Optional.empty();

    private Instant liveSince = Instant.EPOCH;
    private int number;
    private int failures;
    private boolean invalidated;
    private boolean regaining;
    private @Nullable Ending ending;

    /**
     * Makes a connection that does nothing yet.
     *
     * @param address asked for the gateway's address before each new session
     * @param gate asked for leave before each new session
     */
    public JavacordConnection(
            ConnectionSettings settings,
            GatewayAddress address,
            IdentifyGate gate,
            DispatchListener dispatches,
            StateListener states,
            InstantSource clock,
            RandomGenerator random) {
        this.settings = settings;
        this.directions = new Directions(settings.shard().id(), address, gate);
        this.dispatches = dispatches;
        this.states = states;
        this.clock = clock;
        this.random = random;
        this.backoff = new Backoff(
                settings.timeouts().backoffFirst(), settings.timeouts().backoffMax());
        this.intents = new IntentChoice(settings.intents());
        this.loop = new DecisionLoop("gateway-shard-" + settings.shard().id());
    }

    @Override
    public void connect(Optional<StoredSession> session) {
        if (!started.compareAndSet(false, true)) {
            throw new IllegalStateException("connect was called before");
        }
        loop.run(() -> begin(session));
    }

    @Override
    public boolean sendFrame(String json) {
        Attempt current = attempt;
        return live && current != null && current.send(json);
    }

    @Override
    public Optional<Duration> latency() {
        Attempt current = attempt;
        return current == null ? Optional.empty() : current.latency();
    }

    @Override
    public Optional<ConnectionState> state() {
        return Optional.ofNullable(state);
    }

    @Override
    public Optional<StoredSession> session() {
        Attempt current = attempt;
        return current == null ? held : current.resumable();
    }

    @Override
    public CompletionStage<Optional<StoredSession>> close(Ending how) {
        loop.run(() -> {
            if (ending != null) {
                return;
            }
            ending = how;
            Attempt current = attempt;
            int code = how == Ending.KEEP_SESSION ? 4000 : 1000;
            Duration patience = settings.timeouts().closing();
            if (current == null || !current.close(code, "stopping", patience)) {
                finish();
            } else {
                loop.after(patience.plus(patience), this::finish);
            }
        });
        return closed.copy();
    }

    private void begin(Optional<StoredSession> session) {
        if (ending != null) {
            return;
        }
        number++;
        Attempt next = new Attempt(settings, intents.current(), session, dispatches, new Ear());
        attempt = next;
        tell(new Connecting(number, session.isPresent()));
        directions
                .leave(session)
                .whenComplete((_, failure) -> loop.run(() -> {
                    if (failure != null) {
                        lose(next, ConnectionState.NO_CODE, "no leave to identify");
                    } else if (next == attempt) {
                        dial(next, session);
                    }
                }));
    }

    private void dial(Attempt next, Optional<StoredSession> session) {
        loop.after(settings.timeouts().login(), () -> loginIsLate(next));
        directions
                .whereTo(session, number)
                .whenComplete((address, failure) -> loop.run(() -> {
                    if (failure != null) {
                        lose(next, ConnectionState.NO_CODE, "gateway address not found");
                    } else if (next == attempt) {
                        next.dial(address);
                    }
                }));
    }

    private void loginIsLate(Attempt late) {
        if (late != attempt || live || ending != null) {
            return;
        }
        late.abandon("login too late");
        settle(late.resumable());
        again(++failures, wait -> new LoginTimedOut(settings.timeouts().login(), wait));
    }

    private void lose(Attempt lost, int code, String reason) {
        if (lost != attempt) {
            return;
        }
        if (ending != null) {
            finish();
            return;
        }
        if (live && Duration.between(liveSince, clock.instant()).compareTo(STEADY) >= 0) {
            failures = 0;
        }
        boolean wasLive = live;
        live = false;
        if (regaining) {
            regaining = false;
            settle(Optional.empty());
            again(0, wait -> new Disconnected(code, reason, false, wait));
            return;
        }
        switch (CloseVerdict.of(code)) {
            case CloseVerdict.Stop(Failure failure) -> fail(failure, code);
            case CloseVerdict.WithdrawIntents _ -> withdraw(code);
            case CloseVerdict.BeginAnew _ -> {
                settle(Optional.empty());
                again(++failures, wait -> new Disconnected(code, reason, false, wait));
            }
            case CloseVerdict.Resume _ -> {
                settle(lost.resumable());
                // The first attempt after a live connection comes at once; one that follows a failed attempt waits.
                int counted = wasLive ? failures++ : ++failures;
                again(counted, wait -> new Disconnected(code, reason, held.isPresent(), wait));
            }
        }
    }

    /** Leaves the current attempt behind: what it may still tell is of no interest. */
    private void settle(Optional<StoredSession> session) {
        held = session;
        attempt = null;
    }

    private void withdraw(int code) {
        Set<Intent> withdrawn = intents.withdraw();
        if (withdrawn.isEmpty()) {
            fail(Failure.INVALID_INTENTS, code);
            return;
        }
        settle(Optional.empty());
        tell(new IntentsRefused(code, withdrawn));
        begin(Optional.empty());
    }

    private void fail(Failure failure, int code) {
        settle(Optional.empty());
        tell(new Failed(failure, code));
    }

    private void again(int counted, Function<Duration, ConnectionState> reported) {
        Duration wait = backoff.after(counted, random);
        if (invalidated) {
            invalidated = false;
            Duration asked = INVALID_SESSION_WAIT.plusMillis(random.nextInt(4_000));
            wait = wait.compareTo(asked) < 0 ? asked : wait;
        }
        tell(reported.apply(wait));
        loop.after(wait, () -> begin(held));
    }

    private void finish() {
        Attempt last = attempt;
        Optional<StoredSession> kept = ending == Ending.KEEP_SESSION ? session() : Optional.empty();
        if (last != null) {
            last.abandon("stopped");
        }
        settle(kept);
        live = false;
        tell(new Closed());
        loop.stop();
        closed.complete(kept);
    }

    private void tell(ConnectionState next) {
        state = next;
        try {
            states.onState(next);
        } catch (RuntimeException e) {
            LOG.error("The listener of states failed.", e);
        }
    }

    /** Brings what an attempt tells onto the loop, and forgets what an attempt tells that is no longer the current one. */
    private final class Ear implements Attempt.AttemptListener {
        @Override
        public void live(Attempt now, GatewaySession session, boolean resumed) {
            loop.run(() -> {
                if (now == attempt) {
                    live = true;
                    liveSince = clock.instant();
                    number = 0;
                    tell(resumed ? new Resumed(session) : new Ready(session, now.intents()));
                    if (intents.regain(session)) {
                        regaining = now.close(
                                1000, "intents switched on", settings.timeouts().closing());
                    }
                }
            });
        }

        @Override
        public void sessionGone(Attempt now) {
            loop.run(() -> invalidated |= now == attempt);
        }

        @Override
        public void beat(Attempt now, long beat) {
            loop.after(settings.timeouts().heartbeatAck(), () -> now.check(beat));
        }

        @Override
        public void ended(Attempt which, int code, String reason) {
            loop.run(() -> lose(which, code, reason));
        }
    }
}
