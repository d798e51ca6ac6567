package dev.warren.embed.fetching;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rule forbids what the client was about to do. It is an {@code IOException}, since that is what the client passes on. */
final class Forbidden extends IOException {
    private static final long serialVersionUID = 1L;

    private final String rule;

    Forbidden(String rule) {
        super("forbidden by the rule " + rule);
        this.rule = rule;
    }

    /** The rule behind a failure, if one is. */
    static Optional<String> rule(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Forbidden forbidden) {
                return Optional.of(forbidden.rule);
            }
            for (var other : cause.getSuppressed()) {
                if (other instanceof Forbidden forbidden) {
                    return Optional.of(forbidden.rule);
                }
            }
        }
        return Optional.empty();
    }
}
