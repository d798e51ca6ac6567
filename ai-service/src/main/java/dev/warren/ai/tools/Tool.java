package dev.warren.ai.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.warren.ai.asking.Asker;
import io.smallrye.mutiny.Uni;

/** One thing that a model may use, in the asker's name. A bean. */
interface Tool {
    ToolSpecification specification();

    /** Whether this asker may use it here; what is not, is not even offered. */
    default boolean isFor(Asker asker) {
        return true;
    }

    /**
     * Uses it. An expected failure is a text, for the model reads it. It has {@code warren.ai.tools.patience} for it.
     *
     * @param arguments as the model gave them, an object; nothing in them can be trusted
     */
    Uni<String> use(Asker asker, JsonNode arguments);

    default String name() {
        return specification().name();
    }

    /** An argument as text, cut to what it may have; empty where there is none. */
    static String text(JsonNode arguments, String name, int longest) {
        var text = arguments.path(name).asText("").strip();
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
