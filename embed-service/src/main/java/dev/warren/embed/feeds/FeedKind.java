package dev.warren.embed.feeds;

import dev.warren.embed.feeds.Polled.Validators;
import dev.warren.embed.fetching.Fetcher;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;

/** A kind of source. Implement it as a bean: it is offered, located and asked by itself. */
interface FeedKind {
    /** As members choose it, such as {@code youtube}. */
    String id();

    /** Whether links of that form are of this kind, where the member did not say. */
    boolean claims(URI link);

    /** What a member's words mean. It may ask the site; it never fails. */
    Uni<Located> locate(String words, Fetcher fetcher);

    /** Asks a source that was located. It never fails. */
    Uni<Polled> poll(String source, Validators validators, Fetcher fetcher);

    /** What is announced where the guild has no words of its own. */
    default String template() {
        return "📰 **{feed}**: {title}\n{link}";
    }

    /** How often it is asked where the source does not say. */
    default Duration interval(FeedsConfig config) {
        return config.interval();
    }

    /** At most so often. */
    default Duration shortestInterval(FeedsConfig config) {
        return config.shortestInterval();
    }
}
