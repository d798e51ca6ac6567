package dev.warren.embed.feeds;

import dev.warren.embed.feeds.Polled.Answered;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.bot.AuditEvent.Audited;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** What guilds follow: one more, one less, and a look at how it would be said. */
@ApplicationScoped
class Following {
    private final FeedsConfig config;
    private final Feeds feeds;
    private final FeedKinds kinds;
    private final Findings findings;
    private final Chance chance;

    Following(FeedsConfig config, Feeds feeds, FeedKinds kinds, Findings findings, Chance chance) {
        this.config = config;
        this.feeds = feeds;
        this.kinds = kinds;
        this.findings = findings;
        this.chance = chance;
    }

    /**
     * What was just read counts for those who follow the source already, and then all of it is known: to the new one it is nothing new.
     */
    Uni<Outcome> add(
            Mutiny.StatelessSession tx, FeedOrder order, Located.Source source, Answered answered, Instant now) {
        return feeds.lock(tx, order.guild())
                .chain(() -> feeds.ofGuild(tx, order.guild(), config.mostPerGuild()))
                .chain(there -> there.size() >= config.mostPerGuild()
                        ? Uni.createFrom().item(FollowTexts.full(config.mostPerGuild()))
                        : feeds.begin(tx, FeedRow.begun(order.kind(), source), now)
                                .chain(feed -> there.stream()
                                        .filter(follow -> follow.feed == feed.number()
                                                && follow.channel
                                                        == order.channel().value())
                                        .findFirst()
                                        .map(follow -> Uni.createFrom().item(FollowTexts.already(follow)))
                                        .orElseGet(() -> findings.apply(tx, feed, answered, now, chance.next())
                                                .chain(() -> feeds.add(tx, FollowRow.of(feed.number(), order)))
                                                .map(follow -> FollowTexts.added(follow, feed)
                                                        .emitting(audit(order, follow, feed))))));
    }

    private static Outgoing<?> audit(FeedOrder order, FollowRow follow, FeedRow feed) {
        return audited(order.cause()
                .causes(
                        order.id().derive("audit"),
                        "/" + Service.EMBED.id(),
                        order.at(),
                        Keys.guild(order.guild()),
                        new Audited(
                                order.guild(),
                                Service.EMBED.id(),
                                order.origin().member().id(),
                                "feed-followed",
                                Optional.of(String.valueOf(follow.number())),
                                Optional.empty(),
                                details(follow, feed.kind),
                                order.at())));
    }

    private static Outgoing<?> audited(dev.warren.schemas.event.Event<Audited> event) {
        return new Outgoing<>(Topics.AUDIT, event);
    }

    static Map<String, String> details(FollowRow follow, String kind) {
        var details = new HashMap<String, String>();
        details.put("kind", kind);
        details.put("channel", String.valueOf(follow.channel));
        follow.roleId().ifPresent(role -> details.put("role", role.toString()));
        return details;
    }

    /** A look in between counts like any other: what is new is announced, and a source that answers again is asked again. */
    Uni<Outcome> tested(Mutiny.StatelessSession tx, FeedOrder order, Polled polled, Instant now) {
        return feeds.follow(tx, order.follow().orElseThrow())
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(FollowTexts.gone())
                        : feeds.locked(tx, found.get().feed)
                                .chain(feed -> tested(tx, found.get(), feed.orElseThrow(), polled, now)));
    }

    private Uni<Outcome> tested(
            Mutiny.StatelessSession tx, FollowRow follow, FeedRow feed, Polled polled, Instant now) {
        return switch (polled) {
            case Answered answered ->
                findings.apply(tx, feed, answered, now, chance.next())
                        .map(_ -> answered.document().items().stream()
                                .findFirst()
                                .map(item -> Outcome.ephemeral(sample(follow, feed, item)))
                                .orElseGet(() -> FollowTexts.empty(feed)));
            case Polled.Unchanged _ -> Uni.createFrom().item(FollowTexts.empty(feed));
            // a test does not bring a source nearer to its pause
            case Polled.Failed failed -> Uni.createFrom().item(FollowTexts.failing(feed, failed.reason()));
        };
    }

    /** As it would be announced, but it pings nobody. */
    private MessageBody sample(FollowRow follow, FeedRow feed, FeedItem item) {
        return Announcement.body(
                        template(follow, feed.kind),
                        feed.title,
                        item.title(),
                        item.link().map(Object::toString),
                        item.author(),
                        follow.roleId())
                .pinging(MessageBody.Pings.NOBODY);
    }

    String template(FollowRow follow, String kind) {
        return follow.ownTemplate()
                .or(() -> kinds.of(kind).map(FeedKind::template))
                .orElse("{title}\n{link}");
    }
}
