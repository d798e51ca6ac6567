package dev.warren.embed.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.embed.feeds.Polled.Validators;
import dev.warren.embed.fetching.FetchRequest;
import dev.warren.embed.fetching.FetchRequest.Want;
import dev.warren.embed.fetching.Fetched;
import dev.warren.embed.fetching.Fetched.Answer;
import dev.warren.embed.fetching.Fetcher;
import dev.warren.embed.providers.Json;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Sources that answer with JSON of their own. */
final class JsonSources {
    private JsonSources() {}

    static Uni<Polled> poll(
            URI address,
            Map<String, String> headers,
            Fetcher fetcher,
            Function<JsonNode, Optional<FeedDocument>> reader) {
        return fetcher.get(new FetchRequest(address, Want.JSON, headers)).map(fetched -> switch (fetched) {
            case Answer answer
            when answer.ok() ->
                Json.parse(answer.body())
                        .flatMap(reader)
                        // a live state changes when it does, whatever the header says
                        .<Polled>map(document -> new Polled.Answered(document, Validators.NONE, Optional.empty()))
                        .orElseGet(() -> new Polled.Failed("malformed", Optional.empty()));
            case Answer answer -> Times.failed(answer);
            case Fetched.Refused refused -> new Polled.Failed("refused-" + refused.rule(), Optional.empty());
            case Fetched.Failed failed -> new Polled.Failed(failed.reason(), Optional.empty());
        });
    }
}
