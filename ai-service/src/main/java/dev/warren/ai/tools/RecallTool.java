package dev.warren.ai.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.warren.ai.asking.Asker;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What is remembered of the asker, and of nobody else. */
@ApplicationScoped
class RecallTool implements Tool {
    private static final String ABOUT = "about";
    private static final int LONGEST = 300;

    private final MemberMemory memory;
    private final ToolConfig config;

    RecallTool(MemberMemory memory, ToolConfig config) {
        this.memory = memory;
        this.config = config;
    }

    @Override
    public ToolSpecification specification() {
        return ToolSpecification.builder()
                .name(ToolNames.RECALL)
                .description("Recalls what the member who asks once let be remembered about themselves")
                .parameters(JsonObjectSchema.builder()
                        .addStringProperty(ABOUT, "What it is about")
                        .required(ABOUT)
                        .build())
                .build();
    }

    @Override
    public Uni<String> use(Asker asker, JsonNode arguments) {
        var about = Tool.text(arguments, ABOUT, LONGEST);
        return memory.recall(asker, about.isEmpty() ? "everything" : about)
                .ifNoItem()
                .after(config.memoryPatience())
                .recoverWithItem(List.of())
                .map(facts ->
                        facts.isEmpty() ? "Nothing is remembered about that." : "- " + String.join("\n- ", facts));
    }
}
