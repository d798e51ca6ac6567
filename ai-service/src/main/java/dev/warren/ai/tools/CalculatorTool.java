package dev.warren.ai.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.warren.ai.asking.Asker;
import dev.warren.ai.calculator.Calculator;
import dev.warren.ai.calculator.Sum;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Sums. */
@ApplicationScoped
class CalculatorTool implements Tool {
    private static final String SUM = "sum";

    @Override
    public ToolSpecification specification() {
        return ToolSpecification.builder()
                .name(ToolNames.CALCULATE)
                .description("Works a sum out exactly, such as 2 * (3 + 4), 15% of 80 or sqrt(2)")
                .parameters(JsonObjectSchema.builder()
                        .addStringProperty(SUM, "The sum, at most 200 characters")
                        .required(SUM)
                        .build())
                .build();
    }

    @Override
    public Uni<String> use(Asker asker, JsonNode arguments) {
        var sum = Tool.text(arguments, SUM, Calculator.LONGEST + 1);
        return Uni.createFrom()
                .item(
                        switch (Calculator.work(sum)) {
                            case Sum.Fine(var shown) -> sum + " = " + shown;
                            case Sum.Wrong(var why) -> why;
                        });
    }
}
