package dev.warren.ai.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.warren.ai.asking.Asker;
import dev.warren.ai.search.Results;
import dev.warren.ai.search.WebSearch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;

/** The web. */
@ApplicationScoped
class SearchTool implements Tool {
    private static final String QUERY = "query";
    private static final int LONGEST = 200;

    private final WebSearch search;

    SearchTool(WebSearch search) {
        this.search = search;
    }

    @Override
    public ToolSpecification specification() {
        return ToolSpecification.builder()
                .name(ToolNames.SEARCH)
                .description("Searches the web; gives titles, addresses and excerpts")
                .parameters(JsonObjectSchema.builder()
                        .addStringProperty(QUERY, "What to look for")
                        .required(QUERY)
                        .build())
                .build();
    }

    @Override
    public Uni<String> use(Asker asker, JsonNode arguments) {
        var query = Tool.text(arguments, QUERY, LONGEST);
        return query.isEmpty()
                ? Uni.createFrom().item("The query must not be empty.")
                : search.find(query).map(SearchTool::said);
    }

    private static String said(Results results) {
        return switch (results) {
            case Results.Found(var hits) when hits.isEmpty() -> "Nothing was found.";
            case Results.Found(var hits) ->
                hits.stream()
                        .map(hit -> "%s\n<%s>\n%s".formatted(hit.title(), hit.url(), hit.text()))
                        .collect(Collectors.joining("\n\n"));
            case Results.Off _ -> WebSearch.OFF;
            case Results.Failed(var why) -> why;
        };
    }
}
