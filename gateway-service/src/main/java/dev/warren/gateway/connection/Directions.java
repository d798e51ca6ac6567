package dev.warren.gateway.connection;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Says when an attempt may begin and where it goes. A failure of those who are asked comes as a failed stage, however they fail. */
final class Directions {
    /** How often the session's own address is tried before the general one. */
    private static final int RESUME_ADDRESS_TRIES = 2;

    private final int shard;
    private final GatewayAddress address;
    private final IdentifyGate gate;

    Directions(int shard, GatewayAddress address, IdentifyGate gate) {
        this.shard = shard;
        this.address = address;
        this.gate = gate;
    }

    /** Completes when the attempt may begin: at once when it resumes. */
    CompletionStage<Void> leave(Optional<StoredSession> resumed) {
        return resumed.isPresent() ? CompletableFuture.completedStage(null) : asked(() -> gate.enter(shard));
    }

    CompletionStage<URI> whereTo(Optional<StoredSession> resumed, int attempt) {
        return resumed.filter(_ -> attempt <= RESUME_ADDRESS_TRIES)
                .map(stored -> CompletableFuture.completedStage(stored.session().resumeUrl()))
                .orElseGet(() -> asked(address::find));
    }

    private static <T> CompletionStage<T> asked(Supplier<CompletionStage<T>> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }
}
