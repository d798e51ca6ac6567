package dev.warren.ai.router;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes room in what a model reads: the older half of what was said before goes; instructions and the question itself stay. */
final class Trimmed {
    private Trimmed() {}

    /** Fewer messages; none when there is nothing that could go. */
    static Optional<List<ChatMessage>> of(List<ChatMessage> messages) {
        int question = lastQuestion(messages);
        var instructions = messages.stream()
                .limit(question)
                .filter(SystemMessage.class::isInstance)
                .toList();
        var before = messages.stream()
                .limit(question)
                .filter(message -> !(message instanceof SystemMessage))
                .toList();
        if (before.isEmpty()) {
            return Optional.empty();
        }
        var kept = new ArrayList<ChatMessage>(instructions);
        kept.addAll(before.subList(Math.ceilDiv(before.size(), 2), before.size()));
        kept.addAll(messages.subList(question, messages.size()));
        return Optional.of(kept);
    }

    private static int lastQuestion(List<ChatMessage> messages) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (messages.get(i) instanceof UserMessage) {
                return i;
            }
        }
        return messages.size();
    }
}
