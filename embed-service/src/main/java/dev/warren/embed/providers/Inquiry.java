package dev.warren.embed.providers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.embed.fetching.FetchRequest;
import dev.warren.embed.fetching.FetchRequest.Want;
import dev.warren.embed.fetching.Fetched;
import dev.warren.embed.fetching.Fetched.Answer;
import dev.warren.embed.fetching.Fetcher;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jsoup.nodes.Document;

/** Asks a site, and makes of whatever comes back one of three outcomes. */
final class Inquiry {
    private static final String MALFORMED = "malformed";
    private static final String UNTITLED = "no-title";

    private Inquiry() {}

    /** Asks for JSON; the reader gives a sketch, or none where the answer says that there is nothing. */
    static Uni<Told> json(
            Fetcher fetcher, URI address, Map<String, String> headers, Function<JsonNode, Optional<Sketch>> reader) {
        return fetcher.get(new FetchRequest(address, Want.JSON, headers))
                .map(fetched -> told(
                        fetched,
                        answer -> Json.parse(answer.body())
                                .<Told>map(node -> known(reader.apply(node), answer))
                                .orElseGet(() -> new Told.Trouble(MALFORMED))));
    }

    /** Asks for a page. */
    static Uni<Told> page(Fetcher fetcher, URI address, Function<Document, Optional<Sketch>> reader) {
        return fetcher.get(FetchRequest.of(address, Want.HTML))
                .map(fetched -> told(
                        fetched,
                        answer -> Pages.parse(answer)
                                .<Told>map(page -> known(reader.apply(page), answer))
                                .orElseGet(() -> new Told.Trouble(MALFORMED))));
    }

    private static Told known(Optional<Sketch> sketch, Answer answer) {
        return sketch.flatMap(Sketch::preview)
                .<Told>map(preview -> new Told.Known(preview, Keeping.of(answer)))
                .orElseGet(() -> new Told.Nothing(UNTITLED));
    }

    /** What a status means: that there is nothing, or that the site is in trouble. */
    static Told told(Fetched fetched, Function<Answer, Told> reader) {
        return switch (fetched) {
            case Answer answer when answer.ok() -> reader.apply(answer);
            case Answer answer -> byStatus(answer.status());
            case Fetched.Refused refused -> new Told.Nothing("refused-" + refused.rule());
            case Fetched.Failed failed -> new Told.Trouble(failed.reason());
        };
    }

    private static Told byStatus(int status) {
        return switch (status) {
            case 404, 410 -> new Told.Nothing("gone");
            case 401, 403 -> new Told.Nothing("forbidden");
            case 408, 425, 429 -> new Told.Trouble("status-" + status);
            default -> status >= 500 ? new Told.Trouble("status-" + status) : new Told.Nothing("status-" + status);
        };
    }
}
