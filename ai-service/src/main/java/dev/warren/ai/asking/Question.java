package dev.warren.ai.asking;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.warren.ai.models.ModelClass;
import dev.warren.schemas.ids.EventId;
import java.util.List;
import java.util.Optional;

/**
 * What a model is asked.
 *
 * @param id of the event that asks; the same one is billed once
 * @param purpose for metrics, one of few: {@code turn}, {@code summarize}
 * @param messages what the model reads, the instructions first
 * @param tools whether it may use tools
 * @param temperature from 0 to 2; the model's own where there is none
 * @param type how much of a model it should be; the guild's choice where there is none
 */
public record Question(
        EventId id,
        Asker asker,
        String purpose,
        List<ChatMessage> messages,
        boolean tools,
        Optional<Double> temperature,
        Optional<ModelClass> type) {
    public Question {
        messages = List.copyOf(messages);
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("messages must not be empty: " + id);
        }
        if (temperature.filter(value -> value < 0 || value > 2).isPresent()) {
            throw new IllegalArgumentException("temperature must be from 0 to 2: " + temperature.get());
        }
    }

    /** A question by itself, without tools. */
    public static Question of(EventId id, Asker asker, String purpose, String instructions, String prompt) {
        return new Question(
                id,
                asker,
                purpose,
                List.of(SystemMessage.from(instructions), UserMessage.from(prompt)),
                false,
                Optional.empty(),
                Optional.empty());
    }
}
