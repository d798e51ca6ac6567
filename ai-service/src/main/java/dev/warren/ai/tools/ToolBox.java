package dev.warren.ai.tools;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.warren.ai.asking.Asker;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What a model may use, in the name of whoever asks and with their permissions. */
public interface ToolBox {
    /** The tools that this asker may use. */
    List<ToolSpecification> offered(Asker asker);

    /** What the tool gave, delimited and cut to its limit; a failure or a lack of permission is a text, too. */
    Uni<String> run(Asker asker, ToolExecutionRequest request);
}
