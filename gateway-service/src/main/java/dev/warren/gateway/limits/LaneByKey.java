package dev.warren.gateway.limits;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Work of one key goes one after another, so that this process never competes with itself; that of different keys side by side. */
final class LaneByKey {
    private final ConcurrentHashMap<String, CompletableFuture<?>> last = new ConcurrentHashMap<>();

    /** @param work must not fail */
    <T> CompletableFuture<T> add(String key, Supplier<CompletableFuture<T>> work) {
        var done = new CompletableFuture<T>();
        var before = last.put(key, done);
        var turn = before == null ? CompletableFuture.<Void>completedFuture(null) : before;
        var end = turn.handle((_, _) -> work.get())
                .thenCompose(result -> result)
                .whenComplete((_, _) -> last.remove(key, done));
        end.whenComplete((result, failure) -> {
            if (failure == null) {
                done.complete(result);
            } else {
                done.completeExceptionally(failure);
            }
        });
        return done;
    }
}
