package dev.warren.ai.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.warren.ai.asking.Asker;
import dev.warren.ai.prices.Prices;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Prices of crypto currencies. */
@ApplicationScoped
class PriceTool implements Tool {
    private static final String COIN = "coin";
    private static final String CURRENCY = "currency";
    private static final int LONGEST = 64;

    private final Prices prices;

    PriceTool(Prices prices) {
        this.prices = prices;
    }

    @Override
    public ToolSpecification specification() {
        return ToolSpecification.builder()
                .name(ToolNames.PRICE)
                .description("Tells what a crypto currency costs now")
                .parameters(JsonObjectSchema.builder()
                        .addStringProperty(COIN, "Such as bitcoin or btc")
                        .addStringProperty(CURRENCY, "Such as usd, which it is when left out")
                        .required(COIN)
                        .build())
                .build();
    }

    @Override
    public Uni<String> use(Asker asker, JsonNode arguments) {
        var currency = Tool.text(arguments, CURRENCY, LONGEST);
        return prices.of(Tool.text(arguments, COIN, LONGEST), currency.isEmpty() ? "usd" : currency)
                .map(Prices::said);
    }
}
