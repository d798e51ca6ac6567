package dev.warren.schemas.bot;

/** How a command, button or modal answers; the gateway defers by this when the answer takes longer than 2 s. */
public enum AnswerKind {
    /** A message that the channel sees. */
    PUBLIC,
    /** A message that only the invoker sees. */
    EPHEMERAL,
    /** The message that carries the component changes. */
    UPDATE,
    /** A modal opens; it cannot be deferred. */
    MODAL
}
