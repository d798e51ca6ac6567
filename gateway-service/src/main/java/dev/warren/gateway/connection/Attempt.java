package dev.warren.gateway.connection;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One attempt to be connected, from dialling to the closed socket. It translates what the socket tells, and decides nothing. */
final class Attempt implements SocketEvents {
    /** The codes of our side: none of them ends the session. */
    private static final int KEEPING = 4000;

    private static final int ZOMBIE = 4999;
    private static final Duration ZOMBIE_PATIENCE = Duration.ofSeconds(1);
    private static final Logger LOG = Logger.getLogger(Attempt.class);

    private final ConnectionSettings settings;
    private final Set<Intent> intents;
    private final DispatchListener dispatches;
    private final AttemptListener owner;
    private final @Nullable StoredSession begunWith;
    private final AtomicLong beatsSent = new AtomicLong();

    private volatile @Nullable GatewaySession session;
    private volatile long sequence;
    private volatile @Nullable JavacordSocket socket;
    private volatile @Nullable Thread dialling;
    private volatile boolean dialled;
    private volatile boolean abandoned;
    private volatile String ownReason = "";
    private volatile long lastBeatNanos;
    private volatile long beatsAcknowledged;
    private volatile long latencyNanos = -1;

    Attempt(
            ConnectionSettings settings,
            Set<Intent> intents,
            Optional<StoredSession> resumed,
            DispatchListener dispatches,
            AttemptListener owner) {
        this.settings = settings;
        this.intents = intents;
        this.dispatches = dispatches;
        this.owner = owner;
        this.begunWith = resumed.orElse(null);
        this.session = resumed.map(StoredSession::session).orElse(null);
        this.sequence = resumed.map(StoredSession::sequence).orElse(0L);
    }

    /** Learns of the attempt; called on the socket's threads, so every call only passes on. */
    interface AttemptListener {
        void live(Attempt attempt, GatewaySession session, boolean resumed);

        void sessionGone(Attempt attempt);

        void beat(Attempt attempt, long number);

        void ended(Attempt attempt, int code, String reason);
    }

    /** Dials on a thread of its own. */
    void dial(URI address) {
        dialling = Thread.ofVirtual().name("gateway-dial").start(() -> {
            try {
                JavacordDialer.dial(settings, address, this);
                dialled = true;
                if (abandoned) {
                    closeKeeping("abandoned");
                }
            } catch (JavacordDialer.DialFailedException | InterruptedException e) {
                owner.ended(this, ConnectionState.NO_CODE, "no connection");
            } catch (RuntimeException e) {
                LOG.errorf(e, "Dialling failed. shard=%d", settings.shard().id());
                owner.ended(this, ConnectionState.NO_CODE, "no connection");
            }
        });
    }

    /**
     * Closes the socket if there is one; false when there is none, and then no end will be told. Before dialling has returned the library
     * takes a close for done without closing anything.
     */
    boolean close(int code, String reason, Duration patience) {
        return dialled && closeNow(code, reason, patience);
    }

    private boolean closeNow(int code, String reason, Duration patience) {
        JavacordSocket open = socket;
        if (open == null) {
            return false;
        }
        ownReason = reason;
        open.close(code, reason, patience);
        return true;
    }

    private void closeKeeping(String reason) {
        closeNow(KEEPING, reason, settings.timeouts().closing());
    }

    /** Lets nothing more of this attempt through, and takes down what there is of it. */
    void abandon(String reason) {
        abandoned = true;
        Thread thread = dialling;
        if (thread != null) {
            thread.interrupt();
        }
        close(KEEPING, reason, settings.timeouts().closing());
    }

    /** Closes the socket when the heartbeat has not been acknowledged. */
    void check(long beat) {
        if (beatsAcknowledged < beat && !abandoned) {
            Duration closing = settings.timeouts().closing();
            close(ZOMBIE, "zombie", closing.compareTo(ZOMBIE_PATIENCE) < 0 ? closing : ZOMBIE_PATIENCE);
        }
    }

    boolean send(String json) {
        JavacordSocket open = socket;
        return open != null && open.send(json, settings.maxWaitingFrames());
    }

    Optional<StoredSession> resumable() {
        GatewaySession known = session;
        return known == null ? Optional.empty() : Optional.of(new StoredSession(known, sequence));
    }

    Optional<Duration> latency() {
        return latencyNanos < 0 ? Optional.empty() : Optional.of(Duration.ofNanos(latencyNanos));
    }

    Set<Intent> intents() {
        return intents;
    }

    @Override
    public void opened(JavacordSocket opened) {
        socket = opened;
    }

    @Override
    public String handshake() {
        return begunWith == null
                ? GatewayFrames.identify(settings, intents)
                : GatewayFrames.resume(settings, begunWith);
    }

    @Override
    public long sequence() {
        return sequence;
    }

    @Override
    public void dispatched(JsonNode packet, long receivedNanos) {
        if (abandoned) {
            return;
        }
        String type = packet.path("t").asText();
        long number = packet.path("s").asLong();
        JsonNode data = packet.path("d");
        boolean ready = type.equals("READY");
        if (ready) {
            session = GatewayFrames.session(data);
        }
        GatewaySession current = session;
        if (current == null) {
            throw new IllegalStateException("a dispatch came before READY");
        }
        try {
            dispatches.onDispatch(new GatewayDispatch(type, number, data, current.id(), receivedNanos));
        } catch (RuntimeException e) {
            LOG.errorf(e, "The listener of dispatches failed. type=%s sequence=%d", type, number);
        }
        sequence = number;
        if (ready || type.equals("RESUMED")) {
            owner.live(this, current, !ready);
        }
    }

    @Override
    public void reconnectDemanded() {
        closeKeeping("reconnect demanded");
    }

    @Override
    public void sessionInvalid(boolean resumable) {
        if (!resumable) {
            session = null;
        }
        owner.sessionGone(this);
        closeKeeping("session invalid");
    }

    @Override
    public void heartbeatSent() {
        lastBeatNanos = System.nanoTime();
        owner.beat(this, beatsSent.incrementAndGet());
    }

    @Override
    public void heartbeatAcknowledged() {
        latencyNanos = Math.max(0, System.nanoTime() - lastBeatNanos);
        beatsAcknowledged = beatsSent.get();
    }

    @Override
    public void unreadable(Exception cause) {
        LOG.errorf(cause, "A frame could not be read. sequence=%d", sequence);
        if (session == null) {
            closeKeeping("unreadable frame");
        }
    }

    @Override
    public void closed(int code, String reason) {
        owner.ended(this, code, ownReason.isEmpty() ? reason : ownReason);
    }
}
