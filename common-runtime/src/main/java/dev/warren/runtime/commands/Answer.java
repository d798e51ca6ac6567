package dev.warren.runtime.commands;

import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.Modal;
import java.util.Map;

/** What a member is answered. It travels as a reply or as an interaction's answer, whichever way it was asked. */
public sealed interface Answer {
    /**
     * A message.
     *
     * @param ephemeral whether only the member sees it; to a prefix command it goes by direct message
     */
    record Message(MessageBody body, boolean ephemeral) implements Answer {}

    /** The message that carries the used component changes. */
    record Update(MessageBody body) implements Answer {}

    /** A modal opens; to a prefix command, a button that opens it. */
    record OpenModal(Modal modal) implements Answer {}

    /**
     * What was asked cannot be, and why; only the member sees it.
     *
     * @param reason a constant for the decision record, such as {@code not-enough-coins}
     * @param text what the member reads
     * @param details ids and numbers for the decision record, never content
     */
    record Refusal(String reason, String text, Map<String, String> details) implements Answer {}

    /** Nothing is said here; somebody else answers. */
    record Silence() implements Answer {}
}
