package dev.warren.runtime.events;

import dev.warren.runtime.events.KafkaEventPublisher.Acknowledgement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One producer with a thread of its own, since sending blocks while the broker is away. What cannot be sent for want of a broker or a
 * topic is tried until it can: order holds, and nothing is given up but by {@link #close}.
 */
final class Lane implements AutoCloseable {
    private static final Duration CLOSE = Duration.ofSeconds(4);
    private static final long PAUSE_MILLIS = 500;

    private final Map<String, Object> properties;
    private final BrokerWatch watch;
    private final ThreadPoolExecutor sender;
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Producer<String, byte[]> producer;

    /** @param queue calls that may wait for the thread; more are rejected */
    Lane(String name, Map<String, Object> properties, int queue, BrokerWatch watch) {
        this.properties = properties;
        this.watch = watch;
        this.sender = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(queue),
                task -> Thread.ofPlatform().name("publisher-" + name).daemon().unstarted(task));
    }

    /** Where to send from without blocking the caller. */
    Executor executor() {
        return sender;
    }

    /** Sends on the calling thread, which may wait. */
    void send(ProducerRecord<String, byte[]> record, Acknowledgement done) {
        while (true) {
            var attempt = new Attempt(Thread.currentThread(), done);
            try {
                open().send(record, (metadata, failure) -> attempt.ended(failure));
            } catch (KafkaException failure) {
                attempt.ended(failure);
            }
            var missing = attempt.missing;
            var what = "kafka topic " + record.topic();
            if (missing == null) {
                watch.there(what);
                return;
            }
            watch.away(what, String.valueOf(missing.getMessage()));
            if (closedWithin(PAUSE_MILLIS)) {
                done.accept(Optional.of(missing));
                return;
            }
        }
    }

    /** Tells "there is no such topic, or no broker", which fails in the call itself, from what the broker says later. */
    private static final class Attempt {
        private final Thread caller;
        private final Acknowledgement done;
        private @Nullable TimeoutException missing;

        Attempt(Thread caller, Acknowledgement done) {
            this.caller = caller;
            this.done = done;
        }

        void ended(@Nullable Exception failure) {
            if (failure instanceof TimeoutException timeout && Thread.currentThread() == caller) {
                missing = timeout;
            } else {
                done.accept(Optional.ofNullable(failure));
            }
        }
    }

    /** Made at the first use and not before: a broker whose name does not resolve yet is away, not a reason to end. */
    private synchronized Producer<String, byte[]> open() {
        if (producer != null) {
            return producer;
        }
        if (closed.getCount() == 0) {
            throw new IllegalStateException("the publisher is closed");
        }
        try {
            var opened = new KafkaProducer<String, byte[]>(properties);
            producer = opened;
            return opened;
        } catch (KafkaException unresolved) {
            throw new TimeoutException(rootMessage(unresolved), unresolved);
        }
    }

    private static String rootMessage(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private boolean closedWithin(long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Sends what was handed over, as far as the broker takes it within some seconds. */
    @Override
    public void close() {
        sender.shutdown();
        try {
            if (!sender.awaitTermination(CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
                closed.countDown();
                sender.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closed.countDown();
        var opened = openedSoFar();
        if (opened != null) {
            opened.close(CLOSE);
        }
    }

    private synchronized @Nullable Producer<String, byte[]> openedSoFar() {
        return producer;
    }
}
