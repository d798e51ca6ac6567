package dev.warren.ai.asking;

import io.smallrye.mutiny.Uni;

/**
 * Asks a model: within the asker's budget, by the guild's choice of models, over to the next one when one fails, and with tools where the
 * question allows them.
 */
public interface Asking {
    /**
     * Asks, and waits; on a virtual thread only.
     *
     * @param progress sees the answer grow
     */
    Answered ask(Question question, Progress progress);

    /** Asks on a virtual thread of its own; the answer comes on the caller's context. */
    Uni<Answered> ask(Question question);
}
