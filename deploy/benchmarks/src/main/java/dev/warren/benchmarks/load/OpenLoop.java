package dev.warren.benchmarks.load;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends at a steady rate, whether it is answered or not. A latency counts from the moment at which the thing was due, not from that at
 * which it was sent: whoever holds the sender up pays for all that was due meanwhile (the correction of coordinated omission).
 *
 * @param perSecond how many things are due in a second
 * @param length for how long things are due
 * @param patience how long answers are waited for when the last thing was sent
 */
public record OpenLoop(double perSecond, Duration length, Duration patience) {
    private static final double NANOS_PER_SECOND = 1_000_000_000.0;

    public OpenLoop {
        if (!Double.isFinite(perSecond) || perSecond <= 0) {
            throw new IllegalArgumentException("perSecond must be finite and above 0: " + perSecond);
        }
        positive("length", length);
        positive("patience", patience);
    }

    private static void positive(String field, Duration value) {
        requireNonNull(value, field);
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(field + " must be positive: " + value);
        }
    }

    /** Sends one thing. */
    @FunctionalInterface
    public interface Sender {
        /**
         * Sends, without waiting for the answer.
         *
         * @param number from 0 upwards
         * @return completes with the answer
         */
        CompletionStage<?> send(long number);
    }

    /** How many things are due in all. */
    public long planned() {
        return (long) (perSecond * length.toNanos() / NANOS_PER_SECOND);
    }

    /** Runs the whole load on this thread, and gives the latencies of all that was answered in time. */
    public Latencies run(Sender sender, Pace pace) throws InterruptedException {
        var latencies = new Latencies();
        var pending = new CompletableFuture<?>[Math.toIntExact(planned())];
        var start = pace.nanos();
        for (int number = 0; number < pending.length; number++) {
            var due = start + (long) (number * NANOS_PER_SECOND / perSecond);
            pace.awaitUntil(due);
            latencies.planned();
            pending[number] = sender.send(number)
                    .handle((_, failure) -> {
                        if (failure == null) {
                            latencies.answered(Duration.ofNanos(pace.nanos() - due));
                        } else {
                            latencies.failed();
                        }
                        return failure;
                    })
                    .toCompletableFuture();
        }
        awaitAll(CompletableFuture.allOf(pending));
        return latencies;
    }

    /** What is not answered in time stays unanswered, and is seen as such in the counts. */
    private void awaitAll(CompletableFuture<Void> all) throws InterruptedException {
        try {
            all.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return;
        }
    }
}
