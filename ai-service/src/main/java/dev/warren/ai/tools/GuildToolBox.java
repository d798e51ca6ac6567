package dev.warren.ai.tools;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.warren.ai.asking.Asker;
import dev.warren.ai.web.Json;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** All tools: offers those that the asker may use, and runs one within its time, whatever it does. */
@ApplicationScoped
class GuildToolBox implements ToolBox {
    private static final Logger LOG = Logger.getLogger(GuildToolBox.class);

    private final Map<String, Tool> tools;
    private final ToolConfig config;
    private final MeterRegistry meters;

    GuildToolBox(@All List<Tool> tools, ToolConfig config, MeterRegistry meters) {
        this.tools = tools.stream()
                .collect(Collectors.toMap(
                        Tool::name,
                        Function.identity(),
                        (one, other) -> {
                            throw new IllegalStateException("two tools have one name: " + one.name());
                        },
                        TreeMap::new));
        this.config = config;
        this.meters = meters;
    }

    @Override
    public List<ToolSpecification> offered(Asker asker) {
        return tools.values().stream()
                .filter(tool -> tool.isFor(asker))
                .map(Tool::specification)
                .sorted(Comparator.comparing(ToolSpecification::name))
                .toList();
    }

    @Override
    public Uni<String> run(Asker asker, ToolExecutionRequest request) {
        var name = request.name() == null ? "" : request.name();
        // held against what is offered now, whatever the model was offered or thinks it was
        return Optional.ofNullable(tools.get(name))
                .filter(tool -> tool.isFor(asker))
                .map(tool -> run(tool, asker, request))
                .orElseGet(() -> {
                    count("unknown", "refused");
                    return Uni.createFrom().item("There is no such tool for this member.");
                });
    }

    private Uni<String> run(Tool tool, Asker asker, ToolExecutionRequest request) {
        var given = request.arguments() == null ? "{}" : request.arguments();
        var arguments = Json.read(given.getBytes(StandardCharsets.UTF_8));
        return Uni.createFrom()
                .deferred(() -> tool.use(asker, arguments))
                .map(result -> {
                    count(tool.name(), "done");
                    return ToolResult.wrap(tool.name(), result, config.mostCharacters());
                })
                .ifNoItem()
                .after(config.patience())
                .recoverWithUni(() -> {
                    count(tool.name(), "late");
                    return Uni.createFrom().item("The tool %s did not answer in time.".formatted(tool.name()));
                })
                .onFailure()
                .recoverWithItem(failure -> {
                    count(tool.name(), "failed");
                    LOG.warnf(
                            "a tool failed tool=%s error=%s",
                            tool.name(), failure.getClass().getName());
                    return "The tool %s failed.".formatted(tool.name());
                });
    }

    private void count(String tool, String outcome) {
        meters.counter("warren.ai.tools", "tool", tool, "outcome", outcome).increment();
    }
}
