package dev.warren.gateway.connection;

import java.util.concurrent.CompletionStage;

/** Keeps Discord's limit of new sessions: {@code max_concurrency} of them in five seconds. Resuming needs no leave. */
@FunctionalInterface
public interface IdentifyGate {
    /** Completes when the shard may identify; a failure counts as a failed attempt to connect. */
    CompletionStage<Void> enter(int shard);
}
