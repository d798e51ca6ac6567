package dev.warren.embed.feeds;

import dev.warren.embed.feeds.Polled.Validators;
import dev.warren.embed.fetching.FetchRequest;
import dev.warren.embed.fetching.FetchRequest.Want;
import dev.warren.embed.fetching.Fetched;
import dev.warren.embed.fetching.Fetched.Answer;
import dev.warren.embed.fetching.Fetcher;
import dev.warren.embed.providers.Addresses;
import dev.warren.embed.providers.Pages;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.HashMap;
import java.util.Optional;

/** Sources that answer with RSS or Atom: asked with what is known (RFC 9110, section 13), and found in pages. */
@ApplicationScoped
class XmlFeeds {
    private static final String FEEDS = "link[rel~=(?i)\\balternate\\b][type~=(?i)application/(rss|atom|rdf)\\+xml]";
    private static final int UNCHANGED = 304;

    private final FeedParser parser;

    XmlFeeds(FeedsConfig config) {
        this.parser = new FeedParser(config.mostItems());
    }

    Uni<Polled> poll(URI address, Validators validators, Fetcher fetcher) {
        var headers = new HashMap<String, String>();
        validators.etag().ifPresent(etag -> headers.put("if-none-match", etag));
        validators.modified().ifPresent(modified -> headers.put("if-modified-since", modified));
        return asked(new FetchRequest(address, Want.FEED, headers), fetcher).map(fetched -> switch (fetched) {
            case Answer answer when answer.status() == UNCHANGED -> new Polled.Unchanged(Times.holds(answer));
            case Answer answer
            when answer.ok() ->
                parser.parse(answer.body(), answer.header("content-type"), answer.address())
                        .<Polled>map(document -> new Polled.Answered(
                                document,
                                new Validators(validator(answer, "etag"), validator(answer, "last-modified")),
                                Times.holds(answer)))
                        .orElseGet(() -> new Polled.Failed("no-feed", Optional.empty()));
            case Answer answer -> Times.failed(answer);
            case Fetched.Refused refused -> new Polled.Failed("refused-" + refused.rule(), Optional.empty());
            case Fetched.Failed failed -> new Polled.Failed(failed.reason(), Optional.empty());
        });
    }

    /** A validator comes back as a header: one that is no header, or larger than it need be, is left out. */
    private static Optional<String> validator(Answer answer, String name) {
        return answer.header(name).filter(value -> value.length() <= 500 && value.matches("[\\x20-\\x7e]+"));
    }

    /** What comes is read on a worker: parsing is no work for an event loop. */
    private static Uni<Fetched> asked(FetchRequest request, Fetcher fetcher) {
        return fetcher.get(request).emitOn(Infrastructure.getDefaultExecutor());
    }

    /** The first feed that a page names; none where there is no such page or it names none. */
    Uni<Optional<URI>> inPage(URI page, Fetcher fetcher) {
        return page(page, fetcher).map(found -> found.flatMap(XmlFeeds::named));
    }

    /** A page, where one can be had. */
    Uni<Optional<Answer>> page(URI page, Fetcher fetcher) {
        return asked(FetchRequest.of(page, Want.HTML), fetcher).map(fetched -> switch (fetched) {
            case Answer answer when answer.ok() -> Optional.of(answer);
            case Answer _, Fetched.Refused _, Fetched.Failed _ -> Optional.empty();
        });
    }

    static Optional<URI> named(Answer answer) {
        return Pages.parse(answer)
                .flatMap(page -> Optional.ofNullable(page.selectFirst(FEEDS)))
                .flatMap(link -> Addresses.of(answer.address(), link.attr("href")));
    }
}
