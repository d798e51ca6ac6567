package dev.warren.ai.router;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.List;

/** How many tokens a text may come to. No tokenizer fits all models; three characters to a token is more than English has. */
final class Tokens {
    private static final int CHARACTERS = 3;
    private static final int OF_A_MESSAGE = 8;
    private static final int OF_AN_IMAGE = 1_000;

    private Tokens() {}

    static int of(List<ChatMessage> messages) {
        return messages.stream().mapToInt(Tokens::of).sum();
    }

    static int of(CharSequence text) {
        return Math.ceilDiv(text.length(), CHARACTERS);
    }

    private static int of(ChatMessage message) {
        return OF_A_MESSAGE
                + switch (message) {
                    case SystemMessage system -> of(system.text());
                    case UserMessage user ->
                        user.contents().stream()
                                .mapToInt(
                                        content -> content instanceof TextContent text ? of(text.text()) : OF_AN_IMAGE)
                                .sum();
                    case AiMessage ai ->
                        (ai.text() == null ? 0 : of(ai.text()))
                                + ai.toolExecutionRequests().stream()
                                        .mapToInt(request -> of(request.name() + request.arguments()) + OF_A_MESSAGE)
                                        .sum();
                    case ToolExecutionResultMessage result -> of(result.text());
                    // LangChain4j's interface is open: a kind that is never sent here
                    default -> 0;
                };
    }
}
