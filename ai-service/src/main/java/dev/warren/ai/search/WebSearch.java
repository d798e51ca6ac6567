package dev.warren.ai.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.ai.search.Results.Failed;
import dev.warren.ai.search.Results.Found;
import dev.warren.ai.search.Results.Hit;
import dev.warren.ai.web.Http;
import dev.warren.ai.web.Json;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Searches the web: by SearXNG, else by Google, else not at all. */
@ApplicationScoped
public class WebSearch {
    /** What members read where none is configured. */
    public static final String OFF =
            "Web search is not set up here. Whoever runs the bot can name a SearXNG server or a Google key.";

    private static final int LONGEST_TITLE = 150;
    private static final int LONGEST_TEXT = 300;
    private static final int LONGEST_URL = 500;

    private final Http http;
    private final SearchConfig config;

    WebSearch(Http http, SearchConfig config) {
        this.http = http;
        this.config = config;
    }

    /** @param query 1 to 200 characters */
    public Uni<Results> find(String query) {
        if (config.searxng().isPresent()) {
            var base = config.searxng().get().toString().replaceFirst("/+$", "");
            return ask(
                    URI.create(base + "/search?format=json&safesearch=1&q=" + Json.encode(query)),
                    "results",
                    "url",
                    "content");
        }
        var google = config.google();
        return google.key().isPresent() && google.engine().isPresent()
                ? ask(
                        URI.create("%s?key=%s&cx=%s&safe=active&q=%s"
                                .formatted(
                                        google.url(),
                                        Json.encode(google.key().get()),
                                        Json.encode(google.engine().get()),
                                        Json.encode(query))),
                        "items",
                        "link",
                        "snippet")
                : Uni.createFrom().item(new Results.Off());
    }

    private Uni<Results> ask(URI address, String list, String url, String text) {
        var request = HttpRequest.newBuilder(address)
                .header("accept", "application/json")
                .GET();
        return http.ask(request, config.patience(), config.mostBytes()).map(answer -> switch (answer) {
            case Http.Answer.Fine fine -> read(Json.read(fine.body()).path(list), url, text);
            case Http.Answer.Status(int status, var _, var _)
            when status == 429 ->
                new Failed("The search service has had too many questions for now. Please try again later.");
            case Http.Answer.Status(int status, var _, var _) ->
                new Failed("The search service refused (%d).".formatted(status));
            case Http.Answer.TooLarge _ -> new Failed("The search service answered with too much.");
            case Http.Answer.NotInTime(var patience) ->
                new Failed("The search service did not answer within %d s.".formatted(patience.toSeconds()));
            case Http.Answer.Unreachable _ -> new Failed("The search service cannot be reached.");
        });
    }

    private Results read(JsonNode list, String url, String text) {
        if (!list.isArray()) {
            // Google leaves the list out when nothing was found
            return list.isMissingNode()
                    ? new Found(java.util.List.of())
                    : new Failed("The search service's answer cannot be read.");
        }
        return new Found(StreamSupport.stream(list.spliterator(), false)
                .flatMap(node -> hit(node, url, text).stream())
                .limit(config.results())
                .toList());
    }

    private static Optional<Hit> hit(JsonNode node, String url, String text) {
        var address = node.path(url).asText("");
        return address.matches("https?://\\S+") && address.length() <= LONGEST_URL
                ? Optional.of(new Hit(
                        cut(node.path("title").asText(address), LONGEST_TITLE),
                        address,
                        cut(node.path(text).asText(""), LONGEST_TEXT)))
                : Optional.empty();
    }

    private static String cut(String text, int longest) {
        var plain = text.replaceAll("<[^>]{0,200}>", "").replaceAll("\\s+", " ").strip();
        return plain.length() <= longest ? plain : plain.substring(0, longest - 1) + "…";
    }
}
