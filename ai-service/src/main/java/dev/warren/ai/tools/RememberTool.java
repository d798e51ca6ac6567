package dev.warren.ai.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.warren.ai.asking.Asker;
import dev.warren.schemas.conversation.ConversationEvent.FactProposed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Remembering something about the asker, if the asker agrees by a button. */
@ApplicationScoped
class RememberTool implements Tool {
    static final String DEED = "remember";
    private static final String FACT = "fact";

    private final Questions questions;

    RememberTool(Questions questions) {
        this.questions = questions;
    }

    @Override
    public ToolSpecification specification() {
        return ToolSpecification.builder()
                .name(ToolNames.REMEMBER)
                .description("Asks the member, by a button, whether one sentence about them may be remembered")
                .parameters(JsonObjectSchema.builder()
                        .addStringProperty(FACT, "One sentence about the member, at most 500 characters")
                        .required(FACT)
                        .build())
                .build();
    }

    @Override
    public Uni<String> use(Asker asker, JsonNode arguments) {
        var fact = Tool.text(arguments, FACT, FactProposed.LONGEST).replaceAll("\\s+", " ");
        return fact.isEmpty()
                ? Uni.createFrom().item("The fact must not be empty.")
                : questions.ask(asker, DEED, fact, "may I remember this about you?\n> " + fact);
    }
}
