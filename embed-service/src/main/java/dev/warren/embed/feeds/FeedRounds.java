package dev.warren.embed.feeds;

import dev.warren.embed.feeds.DueFeeds.Claim;
import dev.warren.embed.fetching.Fetcher;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Asks what is due: several hosts at once, the sources of one host one after another. Replicas share the work by their claims. */
@ApplicationScoped
class FeedRounds {
    private static final Logger LOG = Logger.getLogger(FeedRounds.class);

    private final FeedsConfig config;
    private final DueFeeds due;
    private final FeedKinds kinds;
    private final Feeds feeds;
    private final Findings findings;
    private final Fetcher fetcher;
    private final Apart apart;
    private final InstantSource clock;
    private final Chance chance;
    private final MeterRegistry meters;
    private final Timer lag;

    FeedRounds(
            FeedsConfig config,
            DueFeeds due,
            FeedKinds kinds,
            Feeds feeds,
            Findings findings,
            Fetcher fetcher,
            Apart apart,
            InstantSource clock,
            Chance chance,
            MeterRegistry meters) {
        this.config = config;
        this.due = due;
        this.kinds = kinds;
        this.feeds = feeds;
        this.findings = findings;
        this.fetcher = fetcher;
        this.apart = apart;
        this.clock = clock;
        this.chance = chance;
        this.meters = meters;
        this.lag = Timer.builder("warren.feeds.lag")
                .description("how long after their time sources are asked")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(10))
                .maximumExpectedValue(Duration.ofMinutes(10))
                .register(meters);
    }

    /** One look; completes with how many sources were asked. */
    Uni<Integer> round(Instant now) {
        return due.claim(now)
                .chain(claims -> Multi.createFrom()
                        .iterable(claims.stream()
                                .collect(Collectors.groupingBy(Claim::host))
                                .values())
                        .onItem()
                        .transformToUni(this::inTurn)
                        .merge(config.concurrency())
                        .collect()
                        .last()
                        .replaceWith(claims.size()));
    }

    private Uni<Void> inTurn(List<Claim> ofHost) {
        return Multi.createFrom()
                .iterable(ofHost)
                .onItem()
                .transformToUniAndConcatenate(this::ask)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** What fails here comes again when the lease is over. */
    private Uni<Void> ask(Claim claim) {
        var kind = kinds.of(claim.kind());
        if (kind.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var late = Duration.between(claim.dueAt(), clock.instant());
        // clocks differ a little
        lag.record(late.isNegative() ? Duration.ZERO : late);
        return Uni.createFrom()
                .deferred(() -> kind.get().poll(claim.source(), claim.validators(), fetcher))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf(
                            "a source could not be read feed=%d error=%s",
                            claim.feed(), failure.getClass().getName());
                    return new Polled.Failed("unreadable", Optional.empty());
                })
                .chain(polled -> took(claim, polled))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "a look at a source was in vain feed=%d error=%s",
                        claim.feed(), failure.getClass().getName()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> took(Claim claim, Polled polled) {
        meters.counter("warren.feeds.polls", "kind", claim.kind(), "outcome", polled.outcome())
                .increment();
        return apart.transact(tx -> feeds.locked(tx, claim.feed())
                        .chain(found -> found.filter(feed -> feed.turn == claim.turn())
                                .map(feed -> findings.apply(tx, feed, polled, clock.instant(), chance.next()))
                                .orElseGet(() -> Uni.createFrom().item(0))))
                .replaceWithVoid();
    }
}
