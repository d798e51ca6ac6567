package dev.warren.ai.tools;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.warren.ai.asking.Asker;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** No tools at all. */
@DefaultBean
@ApplicationScoped
class EmptyToolBox implements ToolBox {
    @Override
    public List<ToolSpecification> offered(Asker asker) {
        return List.of();
    }

    @Override
    public Uni<String> run(Asker asker, ToolExecutionRequest request) {
        return Uni.createFrom().item("There is no such tool.");
    }
}
