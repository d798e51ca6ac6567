package dev.warren.ai.providers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.ai.models.Capabilities;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a provider says of its models in {@code GET /models}: OpenRouter tells context, tools and images, others their context or nothing
 * but names. What is not told stays as it is configured.
 */
final class ModelList {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ModelList() {}

    /** What is told, by the model's name; nothing for what is no such list. */
    static Map<String, Told> parse(String json) {
        var all = new HashMap<String, Told>();
        try {
            for (var one : MAPPER.readTree(json).path("data")) {
                var id = one.path("id").asText();
                if (!id.isBlank()) {
                    all.put(id, told(one));
                }
            }
        } catch (JsonProcessingException e) {
            return Map.of();
        }
        return all;
    }

    private static Told told(JsonNode one) {
        var parameters = one.path("supported_parameters");
        var inputs = one.path("architecture").path("input_modalities");
        var context = Stream.of("context_length", "max_model_len", "context_window", "max_context_length")
                .map(one::path)
                .filter(JsonNode::canConvertToInt)
                .map(JsonNode::asInt)
                .filter(tokens -> tokens >= Capabilities.LEAST_CONTEXT)
                .findFirst();
        return new Told(holds(parameters, "tools"), holds(inputs, "image"), context);
    }

    private static Optional<Boolean> holds(JsonNode list, String wanted) {
        return list.isArray()
                ? Optional.of(StreamSupport.stream(list.spliterator(), false)
                        .anyMatch(item -> item.asText().equals(wanted)))
                : Optional.empty();
    }

    /** What a provider tells of a model. */
    record Told(Optional<Boolean> tools, Optional<Boolean> images, Optional<Integer> context) {
        Capabilities over(Capabilities configured) {
            return new Capabilities(
                    tools.orElse(configured.tools()),
                    images.orElse(configured.images()),
                    context.orElse(configured.context()));
        }
    }
}
