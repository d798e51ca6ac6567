package dev.warren.ai.offline;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import dev.warren.ai.personas.Persona;
import dev.warren.ai.web.Json;
import dev.warren.runtime.settings.GuildSettings;
import java.util.List;
import java.util.Map;

/**
 * Answers one member as a model would: it asks for a tool, or says something. It costs no tokens and reaches no network. What a tool
 * gives is shown, and never read for what to do.
 */
final class OfflineModel implements StreamingChatModel {
    private final Router router;
    private final Embeddings embeddings;
    private final Persona persona;
    private final GuildSettings settings;

    OfflineModel(Router router, Embeddings embeddings, Persona persona, GuildSettings settings) {
        this.router = router;
        this.embeddings = embeddings;
        this.persona = persona;
        this.settings = settings;
    }

    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
        AiMessage message;
        try {
            message = answer(request);
        } catch (RuntimeException e) {
            handler.onError(e);
            return;
        }
        if (!message.hasToolExecutionRequests()) {
            handler.onPartialResponse(message.text());
        }
        handler.onCompleteResponse(ChatResponse.builder()
                .aiMessage(message)
                .tokenUsage(new TokenUsage(0, 0))
                .finishReason(message.hasToolExecutionRequests() ? FinishReason.TOOL_EXECUTION : FinishReason.STOP)
                .build());
    }

    private AiMessage answer(ChatRequest request) {
        var last = request.messages().getLast();
        if (last instanceof ToolExecutionResultMessage result) {
            return say(Wording.result(result.text()));
        }
        var asked = asked(request.messages());
        if (Excerpts.isIn(asked)) {
            return say(Wording.excerpts(Excerpts.of(asked, embeddings)));
        }
        return switch (router.route(asked)) {
            case Route.Use(var tool, var arguments) -> use(request, tool, arguments);
            case Route.Explain(var manual) -> say(Wording.explained(manual, settings));
            case Route.Say(var topic) when topic.equals("greeting") -> say(Wording.greeting(persona));
            case Route.Say(var topic) -> say(Intents.line(topic, asked));
            case Route.NotOffline _ -> say(Wording.notOffline());
        };
    }

    private static String asked(List<ChatMessage> messages) {
        return messages.reversed().stream()
                .filter(UserMessage.class::isInstance)
                .map(UserMessage.class::cast)
                .findFirst()
                .filter(UserMessage::hasSingleText)
                .map(UserMessage::singleText)
                .orElse("");
    }

    /** A tool that this question may not use is no answer. */
    private AiMessage use(ChatRequest request, String tool, Map<String, String> arguments) {
        boolean offered = request.toolSpecifications() != null
                && request.toolSpecifications().stream()
                        .anyMatch(one -> one.name().equals(tool));
        return offered
                ? AiMessage.from(ToolExecutionRequest.builder()
                        .id("offline-1")
                        .name(tool)
                        .arguments(Json.write(arguments))
                        .build())
                : say(Wording.notOffline());
    }

    private AiMessage say(String text) {
        return AiMessage.from(Wording.said(persona, text));
    }
}
