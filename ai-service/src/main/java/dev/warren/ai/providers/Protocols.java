package dev.warren.ai.providers;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.warren.ai.AiConfig;
import java.util.Map;

/** How the providers' protocols are spoken. */
final class Protocols {
    private static final String ANTHROPIC_VERSION = "2023-06-01";
    /** A server without keys is sent something all the same: the clients insist on it. */
    private static final String NO_KEY = "none";

    private Protocols() {}

    static StreamingChatModel model(AiConfig.Provider provider, String name, int answerTokens, HttpClientBuilder http) {
        var url = provider.baseUrl().toString();
        var key = provider.key().orElse(NO_KEY);
        return switch (provider.protocol()) {
            case OPENAI ->
                OpenAiStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(url)
                        .apiKey(key)
                        .modelName(name)
                        .maxTokens(answerTokens)
                        .build();
            case ANTHROPIC ->
                AnthropicStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(url)
                        .apiKey(key)
                        .version(ANTHROPIC_VERSION)
                        .modelName(name)
                        .maxTokens(answerTokens)
                        .build();
        };
    }

    /** The headers of a plain request. */
    static Map<String, String> headers(AiConfig.Provider provider) {
        var key = provider.key();
        return switch (provider.protocol()) {
            case OPENAI ->
                key.map(text -> Map.of("Authorization", "Bearer " + text)).orElse(Map.of());
            case ANTHROPIC -> Map.of("x-api-key", key.orElse(NO_KEY), "anthropic-version", ANTHROPIC_VERSION);
        };
    }
}
