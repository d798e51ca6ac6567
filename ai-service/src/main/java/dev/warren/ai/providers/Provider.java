package dev.warren.ai.providers;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.warren.ai.AiConfig;
import dev.warren.ai.models.Candidate;
import dev.warren.ai.models.Capabilities;
import dev.warren.ai.models.Price;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** One provider with its models, its line, and whether its key is taken. */
public final class Provider {
    private final String id;
    private final AiConfig.Provider config;
    private final Line line;
    private final Map<String, StreamingChatModel> models = new LinkedHashMap<>();
    private final Map<String, Capabilities> capabilities = new ConcurrentHashMap<>();
    private volatile boolean out;

    Provider(String id, AiConfig.Provider config, Function<String, StreamingChatModel> made) {
        this.id = id;
        this.config = config;
        this.line = new Line(config.concurrent(), config.waiting());
        for (var model : config.models()) {
            models.put(model.name(), made.apply(model.name()));
            capabilities.put(model.name(), new Capabilities(model.tools(), model.images(), model.context()));
        }
    }

    public String id() {
        return id;
    }

    public int weight() {
        return config.weight();
    }

    /** Who is served, and who waits. */
    public Line line() {
        return line;
    }

    /** Whether its key was refused, so that nothing is asked of it until a probe succeeds. */
    public boolean isOut() {
        return out;
    }

    /** Its key was refused. */
    public void takeOut() {
        out = true;
    }

    void bringBack() {
        out = false;
    }

    /** A model said that it can't call tools. */
    public void hasNoTools(String model) {
        capabilities.computeIfPresent(model, (_, known) -> known.withoutTools());
    }

    void told(Map<String, ModelList.Told> told) {
        told.forEach((model, one) -> capabilities.computeIfPresent(model, (_, known) -> one.over(known)));
    }

    AiConfig.Provider config() {
        return config;
    }

    /** Its models as candidates, in the configured order. */
    public List<Candidate> candidates() {
        return config.models().stream()
                .map(model -> new Candidate(
                        id,
                        model.name(),
                        model.type(),
                        capabilities.getOrDefault(
                                model.name(), new Capabilities(model.tools(), model.images(), model.context())),
                        new Price(model.inputPrice(), model.outputPrice()),
                        _ -> model(model.name())))
                .toList();
    }

    private StreamingChatModel model(String name) {
        var model = models.get(name);
        if (model == null) {
            throw new IllegalStateException("a provider must know its models: " + id + ", " + name);
        }
        return model;
    }
}
