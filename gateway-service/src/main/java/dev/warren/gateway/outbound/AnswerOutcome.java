package dev.warren.gateway.outbound;

import dev.warren.schemas.ids.MessageId;
import java.util.List;

/** What became of an answer. */
public sealed interface AnswerOutcome {
    /**
     * It stands at Discord.
     *
     * @param messages that it made, in order; empty for a modal, completions and what Discord gave no id for
     */
    record Answered(List<MessageId> messages) implements AnswerOutcome {
        public Answered {
            messages = List.copyOf(messages);
        }
    }

    /** The interaction's time was over. */
    record TooLate() implements AnswerOutcome {}

    /**
     * It was refused, and would be refused again.
     *
     * @param status HTTP status, 0 when it was not sent
     * @param code Discord's error code, 0 for none
     * @param reason in a few words, without content
     */
    record Refused(int status, int code, String reason) implements AnswerOutcome {}

    /** Whether it stands at Discord could not be found out. */
    record Unclear() implements AnswerOutcome {}
}
