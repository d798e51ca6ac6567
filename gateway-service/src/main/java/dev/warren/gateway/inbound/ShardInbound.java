package dev.warren.gateway.inbound;

import dev.warren.gateway.connection.DispatchListener;
import dev.warren.gateway.connection.GatewayDispatch;
import dev.warren.gateway.sessions.ShardMemory;
import dev.warren.runtime.events.KafkaEventPublisher;
import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * What one shard's socket hands over, translated and published in order on a thread of its own, which may wait for Kafka; the socket's
 * thread never does. Messages that find no place in the queue are read back later, other events are counted as lost, and interactions
 * are answered that the bot is busy.
 */
public final class ShardInbound implements DispatchListener {
    private static final Logger LOG = Logger.getLogger(ShardInbound.class);
    /** Few, so that an interaction soon overtakes. */
    private static final int BATCH = 64;

    private static final String MESSAGE = "MESSAGE_CREATE";

    private final String source;
    private final Means means;
    private final InboundMeters meters;
    private final Remembering remembering;
    private final DispatchQueue queue;
    private final Semaphore underWay;
    private final AcknowledgedSequence sequence = new AcknowledgedSequence();
    private final Thread thread;

    /**
     * What all shards share.
     *
     * @param patience how long the broker may acknowledge nothing before interactions are answered that the bot is busy
     */
    record Means(
            Translator translator,
            BusyAnswers busy,
            KafkaEventPublisher publisher,
            BrokerPulse pulse,
            Duration patience,
            Traces traces,
            InstantSource clock) {}

    /**
     * @param queueSize events between the socket and this
     * @param mostUnderWay events between this and the broker
     */
    ShardInbound(int shard, int queueSize, int mostUnderWay, ShardMemory memory, InboundMeters meters, Means means) {
        this.source = "/gateway/" + shard;
        this.means = means;
        this.meters = meters;
        this.remembering = new Remembering(memory);
        this.queue = new DispatchQueue(queueSize);
        this.underWay = new Semaphore(mostUnderWay);
        meters.watch(queue);
        this.thread = Thread.ofPlatform().name("inbound-" + shard).daemon().unstarted(this::run);
    }

    /** Begins to translate. */
    public void start() {
        thread.start();
    }

    /** Up to where Kafka has everything: from there a session is resumed. */
    public AcknowledgedSequence sequence() {
        return sequence;
    }

    /** Whether there is room for what is read back: the queue is not half full, and the broker acknowledges. */
    public boolean isCalm() {
        return queue.isCalm() && !isStalled();
    }

    /** Whether the broker acknowledges nothing. */
    public boolean isStalled() {
        return means.pulse().isStalled(means.patience());
    }

    @Override
    public void onDispatch(GatewayDispatch dispatch) {
        if (!sequence.arrived(dispatch.sessionId(), dispatch.sequence())) {
            return;
        }
        try {
            remembering.heard(dispatch, means.clock().instant());
        } catch (RuntimeException e) {
            misunderstood(dispatch, e);
        }
        var rank = Rank.of(dispatch.type());
        if (rank == Rank.COMMAND && isStalled()) {
            busy(dispatch);
        } else if (!queue.offer(dispatch, rank)) {
            shed(dispatch, rank);
        }
    }

    private void shed(GatewayDispatch dispatch, Rank rank) {
        boolean readBack = dispatch.type().equals(MESSAGE);
        if (rank == Rank.COMMAND) {
            busy(dispatch);
            return;
        }
        meters.shed(rank, readBack);
        if (readBack) {
            remembering.shed(dispatch);
        }
        sequence.done(dispatch.sessionId(), dispatch.sequence());
    }

    /** Answers interactions that wait behind a broker that acknowledges nothing. Call it often. */
    public void relieve() {
        if (isStalled()) {
            queue.takeCommands().forEach(this::busy);
        }
    }

    private void busy(GatewayDispatch dispatch) {
        meters.busy();
        means.busy().answer(dispatch, means.clock().instant());
        sequence.done(dispatch.sessionId(), dispatch.sequence());
    }

    /**
     * Takes nothing more and waits until what was taken is translated.
     *
     * @param most how long
     */
    public void close(Duration most) throws InterruptedException {
        queue.close();
        thread.join(most);
    }

    private void run() {
        var batch = new ArrayList<GatewayDispatch>(BATCH);
        try {
            while (queue.take(batch, BATCH)) {
                for (var dispatch : batch) {
                    publish(dispatch);
                }
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void publish(GatewayDispatch dispatch) throws InterruptedException {
        underWay.acquire();
        meters.came(dispatch.type());
        var courier = courier(dispatch.type(), dispatch.sessionId(), dispatch.sequence(), dispatch.receivedNanos());
        try {
            means.translator()
                    .translate(new Arrival(dispatch, source, means.clock().instant(), courier));
        } catch (RuntimeException e) {
            misunderstood(dispatch, e);
        } finally {
            courier.release();
        }
    }

    /** It knows nothing of the event's data, which would else stay in memory until the broker acknowledges. */
    private Courier courier(String type, String session, long number, long receivedNanos) {
        var span = means.traces().begin(type);
        return new Courier(
                means.publisher(), means.pulse(), span.map(Traces::parent), () -> meters.lost("refused"), () -> {
                    span.ifPresent(Span::end);
                    meters.published(Duration.ofNanos(System.nanoTime() - receivedNanos));
                    sequence.done(session, number);
                    underWay.release();
                });
    }

    /** One event that Discord sent in a way nobody foresaw must not stop the others. */
    private void misunderstood(GatewayDispatch dispatch, RuntimeException why) {
        LOG.errorf(
                why,
                "event not understood type=%s session=%s sequence=%d",
                dispatch.type(),
                dispatch.sessionId(),
                dispatch.sequence());
        meters.misunderstood(dispatch.type());
    }
}
