package dev.warren.gateway.inbound;

import static java.util.Objects.requireNonNull;

import dev.warren.gateway.connection.DispatchListener;
import dev.warren.gateway.connection.GatewayDispatch;
import dev.warren.runtime.events.KafkaEventPublisher;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * What one shard's socket hands over, translated and published in order on a thread of its own, which may wait for Kafka; the socket's
 * thread never does. What finds no place in the queue is shed and counted.
 */
public final class ShardInbound implements DispatchListener {
    private static final Logger LOG = Logger.getLogger(ShardInbound.class);
    /** Few, so that an interaction soon overtakes. */
    private static final int BATCH = 64;

    private final String source;
    private final Translator translator;
    private final KafkaEventPublisher publisher;
    private final Traces traces;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final DispatchQueue queue;
    private final AcknowledgedSequence sequence = new AcknowledgedSequence();
    private final Map<Rank, Counter> shed;
    private final Map<String, Counter> events = new HashMap<>();
    private final Counter lost;
    private final Thread thread;

    ShardInbound(
            int shard,
            int queueSize,
            Translator translator,
            KafkaEventPublisher publisher,
            Traces traces,
            InstantSource clock,
            MeterRegistry meters) {
        this.source = "/gateway/" + shard;
        this.translator = translator;
        this.publisher = publisher;
        this.traces = traces;
        this.clock = clock;
        this.meters = meters;
        this.queue = new DispatchQueue(queueSize);
        var name = String.valueOf(shard);
        this.shed = Arrays.stream(Rank.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        rank -> meters.counter("warren.inbound.shed", "shard", name, "rank", rank.name())));
        this.lost = meters.counter("warren.inbound.lost", "shard", name);
        meters.gauge("warren.inbound.waiting", Tags.of("shard", name), queue, DispatchQueue::size);
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

    @Override
    public void onDispatch(GatewayDispatch dispatch) {
        if (!sequence.arrived(dispatch.sessionId(), dispatch.sequence())) {
            return;
        }
        var rank = Rank.of(dispatch.type());
        if (!queue.offer(dispatch, rank)) {
            requireNonNull(shed.get(rank)).increment();
            sequence.done(dispatch.sessionId(), dispatch.sequence());
        }
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
                batch.forEach(this::publish);
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void publish(GatewayDispatch dispatch) {
        events.computeIfAbsent(dispatch.type(), type -> meters.counter("warren.discord.events", "type", type))
                .increment();
        var span = traces.begin(dispatch.type());
        var courier = new Courier(publisher, span.map(Traces::parent), lost::increment, () -> {
            span.ifPresent(Span::end);
            sequence.done(dispatch.sessionId(), dispatch.sequence());
        });
        try {
            translator.translate(new Arrival(dispatch, source, clock.instant(), courier));
        } catch (RuntimeException e) {
            // One event that Discord sent in a way nobody foresaw must not stop the others.
            LOG.errorf(
                    e,
                    "event not understood type=%s session=%s sequence=%d",
                    dispatch.type(),
                    dispatch.sessionId(),
                    dispatch.sequence());
            meters.counter("warren.inbound.misunderstood", "type", dispatch.type())
                    .increment();
        } finally {
            courier.release();
        }
    }
}
