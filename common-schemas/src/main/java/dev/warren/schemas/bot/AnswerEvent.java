package dev.warren.schemas.bot;

import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.event.UnknownType;
import dev.warren.schemas.event.WireType;
import java.time.Instant;
import java.util.List;

/**
 * Answers to interactions: topic {@code bot.answers}. The origin names interaction, channel and member, so that an answer that comes
 * too late can still be told.
 */
public sealed interface AnswerEvent {
    /** What is answered. */
    Origin origin();

    /** A message; the first one answers, each further one follows up. */
    @WireType("dev.warren.bot.answer-message.v1")
    record AnswerMessage(Origin origin, MessageBody body, boolean ephemeral, Instant expiresAt)
            implements AnswerEvent {}

    /** The message that carries the component changes. */
    @WireType("dev.warren.bot.answer-update.v1")
    record AnswerUpdate(Origin origin, MessageBody body, Instant expiresAt) implements AnswerEvent {}

    /** A modal opens. */
    @WireType("dev.warren.bot.answer-modal.v1")
    record AnswerModal(Origin origin, Modal modal, Instant expiresAt) implements AnswerEvent {}

    /** Completions for the focused option, at most 25. */
    @WireType("dev.warren.bot.answer-choices.v1")
    record AnswerChoices(Origin origin, List<OptionDescription.Choice> choices, Instant expiresAt)
            implements AnswerEvent {
        public AnswerChoices {
            choices = List.copyOf(choices);
            if (choices.size() > 25) {
                throw new IllegalArgumentException("choices must be at most 25: " + choices.size());
            }
        }
    }

    /** The original answer of the interaction changes. */
    @WireType("dev.warren.bot.edit-answer.v1")
    record EditAnswer(Origin origin, MessageBody body, Instant expiresAt) implements AnswerEvent {}

    /** A type of the future. */
    record Unknown(String type) implements AnswerEvent, UnknownType {
        @Override
        public Origin origin() {
            throw new UnsupportedOperationException("an unknown answer has no known origin: " + type);
        }
    }
}
