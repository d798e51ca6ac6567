package dev.warren.gateway.connection;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Finds out where Discord's gateway is; asked before each new session. */
@FunctionalInterface
public interface GatewayAddress {
    /** Gives {@code ws://} or {@code wss://} without path; a failure counts as a failed attempt to connect. */
    CompletionStage<URI> find();

    /** An address that never changes. */
    static GatewayAddress of(URI address) {
        return () -> CompletableFuture.completedFuture(address);
    }
}
