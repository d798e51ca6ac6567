package dev.warren.gateway.inbound;

import dev.warren.runtime.events.KafkaEventPublisher;
import dev.warren.runtime.events.Outgoing;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Carries the events of one dispatch to Kafka, and says once when all of them are acknowledged. */
final class Courier implements Arrival.Delivery {
    private static final Logger LOG = Logger.getLogger(Courier.class);

    private final KafkaEventPublisher publisher;
    private final BrokerPulse pulse;
    private final Optional<String> traceParent;
    private final Runnable lost;
    private final Runnable done;
    /** One for each event on its way, and one until {@link #release}. */
    private final AtomicInteger open = new AtomicInteger(1);

    /**
     * @param lost called for each event that Kafka will never take
     * @param done called once, on any thread
     */
    Courier(
            KafkaEventPublisher publisher,
            BrokerPulse pulse,
            Optional<String> traceParent,
            Runnable lost,
            Runnable done) {
        this.publisher = publisher;
        this.pulse = pulse;
        this.traceParent = traceParent;
        this.lost = lost;
        this.done = done;
    }

    @Override
    public Optional<String> traceParent() {
        return traceParent;
    }

    @Override
    public void emit(Outgoing<?> event) {
        open.incrementAndGet();
        pulse.sent();
        publisher.send(event, traceParent, failure -> acknowledged(failure.orElse(null)));
    }

    @Override
    public void emitLater(CompletionStage<List<Outgoing<?>>> events) {
        open.incrementAndGet();
        events.whenComplete((found, failure) -> {
            if (failure != null) {
                ended(failure);
            } else if (found.isEmpty()) {
                ended(null);
            } else {
                pulse.sent();
                publisher.publish(found, traceParent).subscribe().with(_ -> acknowledged(null), this::acknowledged);
            }
        });
    }

    /** Nothing more is emitted. */
    void release() {
        close();
    }

    private void acknowledged(@Nullable Throwable failure) {
        pulse.ended();
        ended(failure);
    }

    private void ended(@Nullable Throwable failure) {
        if (failure != null) {
            LOG.errorf(failure, "an event could not be published");
            lost.run();
        }
        close();
    }

    private void close() {
        if (open.decrementAndGet() == 0) {
            done.run();
        }
    }
}
