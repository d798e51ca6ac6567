package dev.warren.gateway.outbound;

import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.Modal;
import dev.warren.schemas.bot.OptionDescription.Choice;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Answers that the gateway gives by itself, without Kafka: refusals, "busy", a modal that was announced. The interaction need not have
 * been noted as pending. They begin at once, whether or not the caller looks at the outcome, which never fails. May be called from any
 * thread.
 */
public interface DirectAnswers {
    /** A message that only the invoker sees. */
    CompletionStage<AnswerOutcome> ephemeral(PendingInteraction interaction, MessageBody body);

    /** A message that the channel sees. */
    CompletionStage<AnswerOutcome> message(PendingInteraction interaction, MessageBody body);

    /** A modal opens. */
    CompletionStage<AnswerOutcome> modal(PendingInteraction interaction, Modal modal);

    /** Completions for the focused option, at most 25. */
    CompletionStage<AnswerOutcome> choices(PendingInteraction interaction, List<Choice> choices);
}
