package dev.warren.embed.providers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.embed.fetching.Fetcher;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Asks oEmbed endpoints and reads their answers: <a href="https://oembed.com/">oEmbed 1.0</a>, sections 2.2 and 2.3. */
final class OEmbed {
    private OEmbed() {}

    /** Asks an endpoint about a link. */
    static Uni<Told> ask(Fetcher fetcher, String endpoint, Sketch begun, UnaryOperator<Sketch> finish) {
        return ask(fetcher, address(endpoint, begun.link(), Map.of()), begun, finish);
    }

    static Uni<Told> ask(Fetcher fetcher, URI address, Sketch begun, UnaryOperator<Sketch> finish) {
        return Inquiry.json(fetcher, address, Map.of(), node -> Optional.of(finish.apply(read(node, begun))));
    }

    static URI address(String endpoint, URI link, Map<String, String> more) {
        var parameters = new java.util.TreeMap<>(more);
        parameters.put("url", link.toString());
        parameters.put("format", "json");
        return Addresses.with(endpoint, parameters);
    }

    /** Where there is no title, as with posts, the words of the embedded quotation are it. */
    static Sketch read(JsonNode node, Sketch begun) {
        var picture = Stream.of("thumbnail_url", "url")
                .filter(name -> name.equals("thumbnail_url")
                        || Json.text(node, "type").filter("photo"::equals).isPresent())
                .flatMap(name -> Json.address(node, name).stream())
                .findFirst();
        return begun.titled(Json.text(node, "title")
                        .or(() -> Json.text(node, "html").flatMap(Pages::text)))
                .saying(Json.text(node, "description"))
                .by(Json.text(node, "author_name"), Json.address(node, "author_url"))
                .showing(picture)
                .lasting(Json.duration(node, "duration"))
                .adultIf(Json.text(node, "safety").filter("adult"::equals).isPresent());
    }
}
