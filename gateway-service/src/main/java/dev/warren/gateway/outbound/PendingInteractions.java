package dev.warren.gateway.outbound;

/** Interactions that wait for their answer. */
public interface PendingInteractions {
    /**
     * Notes an interaction before it is published, so that its answer finds the way back, and defers it when no answer came in time.
     * Returns at once; may be called from any thread. The token is kept here and in Redis for its 15 minutes.
     */
    void received(PendingInteraction interaction);
}
