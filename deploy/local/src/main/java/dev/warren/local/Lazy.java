package dev.warren.local;

import java.util.Optional;
import java.util.function.Supplier;

/** A server that is started once, by whoever needs it first. */
final class Lazy<T extends AutoCloseable> {
    private final Supplier<T> start;
    private Optional<T> value = Optional.empty();

    Lazy(Supplier<T> start) {
        this.start = start;
    }

    synchronized T get() {
        var present = value.orElseGet(start);
        value = Optional.of(present);
        return present;
    }

    /** Stops the server if it was ever started. A failure to stop is told and does not keep the others running. */
    synchronized void close() {
        value.ifPresent(server -> {
            try {
                server.close();
            } catch (Exception e) {
                System.getLogger(Lazy.class.getName())
                        .log(System.Logger.Level.WARNING, "a test server did not stop cleanly", e);
            }
        });
        value = Optional.empty();
    }
}
