package dev.warren.gateway.rest;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Refusals that Discord counts, as all instances together met them. A failed future means that nobody knows; then each instance counts for
 * itself.
 */
public interface SharedRefusals {
    /**
     * Tells that a request was refused, and learns of the others' refusals.
     *
     * @param cause what is stopped when it is refused too often; none for what only this instance does
     * @param counts which of the cause's refusals are asked for, counted from the newest, which is 1
     */
    Future<Known> refused(Optional<String> cause, List<Integer> counts);

    /** Something of the cause went well. */
    void worked(String cause);

    /**
     * What is known of the last ten minutes.
     *
     * @param all refusals of every cause
     * @param ages how long ago the refusals were that were asked for, in that order; none where there were not so many
     */
    record Known(int all, List<Optional<Duration>> ages) {
        public Known {
            ages = List.copyOf(ages);
        }
    }

    /** Nobody shares anything. */
    SharedRefusals NONE = new SharedRefusals() {
        @Override
        public Future<Known> refused(Optional<String> cause, List<Integer> counts) {
            return Future.failedFuture("refusals are not shared");
        }

        @Override
        public void worked(String cause) {}
    };
}
