package dev.warren.embed.feeds;

import dev.warren.embed.feeds.Polled.Answered;
import dev.warren.embed.feeds.Polled.Failed;
import dev.warren.embed.feeds.Polled.Unchanged;
import dev.warren.runtime.departures.Departures;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.timers.Timers;
import dev.warren.schemas.embed.EmbedEvent.ItemAnnounced;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What a look at a source means, in the caller's transaction, which holds the source's row: what is new is noted and its record set for
 * now, for each who follows; the time of the next look is set.
 */
@ApplicationScoped
class Findings {
    private final FeedsConfig config;
    private final Feeds feeds;
    private final FeedKinds kinds;
    private final Timers timers;
    private final Departures departures;
    private final PauseNotice notice;

    Findings(
            FeedsConfig config,
            Feeds feeds,
            FeedKinds kinds,
            Timers timers,
            Departures departures,
            PauseNotice notice) {
        this.config = config;
        this.feeds = feeds;
        this.kinds = kinds;
        this.timers = timers;
        this.departures = departures;
        this.notice = notice;
    }

    /**
     * @param chance from 0 to 1, for the pause until the next look
     * @return how many announcements were set
     */
    Uni<Integer> apply(Mutiny.StatelessSession tx, FeedRow feed, Polled polled, Instant now, double chance) {
        return switch (polled) {
            case Answered answered -> answered(tx, feed, answered, now, chance);
            case Unchanged(var holds) -> {
                healthy(feed, holds, now, chance);
                yield feeds.save(tx, feed).replaceWith(0);
            }
            case Failed failed -> failed(tx, feed, failed, now, chance).replaceWith(0);
        };
    }

    private Uni<Integer> answered(
            Mutiny.StatelessSession tx, FeedRow feed, Answered answered, Instant now, double chance) {
        var document = answered.document();
        feed.title = document.title();
        feed.etag = answered.validators().etag().orElse(null);
        feed.modified = answered.validators().modified().orElse(null);
        healthy(feed, answered.holds(), now, chance);
        return feeds.seen(tx, feed.number(), Turnout.keys(document)).chain(seen -> {
            var turnout = Turnout.of(document, seen, now.minus(config.freshFor()), config.mostAnnounced());
            return feeds.see(tx, feed.number(), turnout.keys(), now, config.remembered())
                    .chain(() -> feeds.save(tx, feed))
                    .chain(() -> turnout.announced().isEmpty()
                            ? Uni.createFrom().item(0)
                            : announce(tx, feed, turnout.announced(), now));
        });
    }

    private void healthy(FeedRow feed, Optional<Duration> holds, Instant now, double chance) {
        feed.failures = 0;
        feed.failingSince = null;
        feed.pausedAt = null;
        feed.trouble = null;
        feed.nextAt = pace(feed).afterAnswer(now, holds, chance);
    }

    private Uni<Void> failed(Mutiny.StatelessSession tx, FeedRow feed, Failed failed, Instant now, double chance) {
        feed.failures++;
        var since = Optional.ofNullable(feed.failingSince).orElse(now);
        feed.failingSince = since;
        feed.trouble = failed.reason();
        feed.nextAt = pace(feed).afterFailure(now, feed.failures, failed.after(), chance);
        boolean gives = !feed.isPaused() && !since.plus(config.pauseAfter()).isAfter(now);
        if (!gives) {
            return feeds.save(tx, feed);
        }
        feed.pausedAt = now;
        return feeds.save(tx, feed).chain(() -> notice.tell(tx, feed, now));
    }

    private Pace pace(FeedRow feed) {
        var kind = kinds.of(feed.kind);
        return new Pace(
                kind.map(it -> it.interval(config)).orElse(config.interval()),
                kind.map(it -> it.shortestInterval(config)).orElse(config.shortestInterval()),
                config.longestInterval());
    }

    /** A microsecond apart, so that they are published in their order. */
    private Uni<Integer> announce(Mutiny.StatelessSession tx, FeedRow feed, List<FeedItem> items, Instant now) {
        return feeds.followers(tx, feed.number())
                .chain(followers -> Multi.createFrom()
                        .iterable(followers)
                        .filter(follow -> !departures.isLeft(follow.guildId()))
                        .onItem()
                        .transformToMultiAndConcatenate(follow -> Multi.createFrom()
                                .range(0, items.size())
                                .onItem()
                                .transformToUniAndConcatenate(place ->
                                        note(tx, feed, follow, items.get(place), now.plus(place, ChronoUnit.MICROS))))
                        .collect()
                        .with(java.util.stream.Collectors.summingInt(Integer::intValue)));
    }

    /** What is noted already, by whomever, is announced already. */
    private Uni<Integer> note(Mutiny.StatelessSession tx, FeedRow feed, FollowRow follow, FeedItem item, Instant now) {
        var row = ItemRow.of(follow.number(), item, now);
        return tx.get(ItemRow.class, row.id)
                .chain(before -> before != null
                        ? Uni.createFrom().item(0)
                        : tx.insert(row)
                                .chain(() -> timers.schedule(
                                        tx, follow.guildId(), row.id, now, record(feed, follow, item, now)))
                                .replaceWith(1));
    }

    private static Outgoing<?> record(FeedRow feed, FollowRow follow, FeedItem item, Instant now) {
        return new Outgoing<>(
                Topics.EMBED_EVENTS,
                Event.first(
                        ItemRow.idOf(follow.number(), item.id()),
                        "/" + Service.EMBED.id(),
                        now,
                        Keys.guild(follow.guildId()),
                        new ItemAnnounced(
                                follow.guildId(), follow.channelId(), follow.number(), feed.kind, item.id(), now)));
    }
}
