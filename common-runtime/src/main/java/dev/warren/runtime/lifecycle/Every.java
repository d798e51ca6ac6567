package dev.warren.runtime.lifecycle;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Work that comes round for as long as the service runs: one run after another, and a failed one does not end it. */
public final class Every implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Every.class);

    private final Cancellable rounds;

    private Every(Cancellable rounds) {
        this.rounds = rounds;
    }

    /**
     * Begins after one pause.
     *
     * @param what for the log
     * @param work of one round; rounds that come while it runs are left out
     */
    public static Every start(String what, Duration pause, Supplier<Uni<? extends Void>> work) {
        return new Every(Multi.createFrom()
                .ticks()
                .startingAfter(pause)
                .every(pause)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(_ -> Uni.createFrom()
                        .deferred(work)
                        .onFailure()
                        .invoke(failure -> LOG.debugf(failure, "a round failed what=%s", what))
                        .onFailure()
                        .recoverWithNull())
                .subscribe()
                .with(_ -> {}, failure -> LOG.errorf(failure, "no more rounds what=%s", what)));
    }

    @Override
    public void close() {
        rounds.cancel();
    }
}
