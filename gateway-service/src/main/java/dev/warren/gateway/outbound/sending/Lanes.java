package dev.warren.gateway.outbound.sending;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Work in order for each key, side by side for different keys. Confined to one thread.
 *
 * @param <K> what must stay in order
 */
public final class Lanes<K> {
    private static final Logger LOG = Logger.getLogger(Lanes.class);

    private final Executor later;
    private final Map<K, Queue<Supplier<Uni<Void>>>> lanes = new HashMap<>();

    /** @param later runs a task on the same thread after the current one, so that a long lane needs no deep stack */
    public Lanes(Executor later) {
        this.later = later;
    }

    /** Does the work when all earlier work of the key has ended. Work is expected not to fail; when it does, the lane goes on. */
    public void add(K key, Supplier<Uni<Void>> work) {
        Queue<Supplier<Uni<Void>>> waiting = lanes.get(key);
        if (waiting != null) {
            waiting.add(work);
            return;
        }
        lanes.put(key, new ArrayDeque<>(2));
        run(key, work);
    }

    /**
     * Does the work likewise, on that thread, and tells how it ended.
     *
     * @param thread the one to which these lanes are confined
     */
    public Uni<Void> added(K key, Executor thread, Supplier<Uni<Void>> work) {
        return Uni.createFrom()
                .emitter(emitter -> thread.execute(() -> add(
                        key,
                        () -> Uni.createFrom()
                                .deferred(work::get)
                                .onItemOrFailure()
                                .invoke((done, failure) -> {
                                    if (failure == null) {
                                        emitter.complete(null);
                                    } else {
                                        emitter.fail(failure);
                                    }
                                })
                                .onFailure()
                                .recoverWithNull())));
    }

    private void run(K key, Supplier<Uni<Void>> work) {
        Uni.createFrom().deferred(work::get).subscribe().with(done -> later.execute(() -> next(key)), failure -> {
            LOG.errorf(failure, "outbound work failed");
            later.execute(() -> next(key));
        });
    }

    private void next(K key) {
        Queue<Supplier<Uni<Void>>> waiting = lanes.get(key);
        if (waiting == null) {
            return;
        }
        Supplier<Uni<Void>> work = waiting.poll();
        if (work == null) {
            lanes.remove(key);
        } else {
            run(key, work);
        }
    }
}
