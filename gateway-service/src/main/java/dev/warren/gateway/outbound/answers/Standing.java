package dev.warren.gateway.outbound.answers;

import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.ids.EventId;

/** How far an interaction is answered. */
sealed interface Standing {
    /** Nothing was sent, as far as is known here. */
    record Open() implements Standing {}

    /** The first response was put off, in this way. */
    record Deferred(AnswerKind as) implements Standing {}

    /**
     * The first response stands.
     *
     * @param by the answer that gave it
     * @param update whether it changed the message that carries the component
     */
    record Answered(EventId by, boolean update) implements Standing {}

    /** Its time was over before the first response. */
    record Over() implements Standing {}
}
