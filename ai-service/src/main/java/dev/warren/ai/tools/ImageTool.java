package dev.warren.ai.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.warren.ai.asking.Asker;
import dev.warren.ai.images.Studio;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** A picture, which costs something and stands in the channel: so the asker is asked by a button. */
@ApplicationScoped
class ImageTool implements Tool {
    static final String DEED = "draw";
    private static final String PROMPT = "prompt";

    private final Questions questions;
    private final Studio studio;

    ImageTool(Questions questions, Studio studio) {
        this.questions = questions;
        this.studio = studio;
    }

    @Override
    public ToolSpecification specification() {
        return ToolSpecification.builder()
                .name(ToolNames.IMAGE)
                .description("Asks the member, by a button, whether a picture may be made, and makes it then")
                .parameters(JsonObjectSchema.builder()
                        .addStringProperty(PROMPT, "What the picture shows")
                        .required(PROMPT)
                        .build())
                .build();
    }

    @Override
    public Uni<String> use(Asker asker, JsonNode arguments) {
        var prompt = Tool.text(arguments, PROMPT, Studio.LONGEST_PROMPT).replaceAll("\\s+", " ");
        if (!studio.isOpen()) {
            return Uni.createFrom().item(Studio.OFF);
        }
        return prompt.isEmpty()
                ? Uni.createFrom().item("The prompt must not be empty.")
                : questions.ask(asker, DEED, prompt, "shall I make this picture?\n> " + prompt);
    }
}
