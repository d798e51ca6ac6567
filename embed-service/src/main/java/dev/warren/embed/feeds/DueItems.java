package dev.warren.embed.feeds;

import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.inbox.EventHandler;
import dev.warren.runtime.inbox.InboxConsumer;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.embed.EmbedEvent;
import dev.warren.schemas.embed.EmbedEvent.ItemAnnounced;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Posts what was found. What has been posted since the record was published, or is not followed any more, is passed over; so the record may
 * come again after its inbox row has had its time.
 */
@ApplicationScoped
class DueItems implements EventHandler<EmbedEvent> {
    private final FeedsConfig config;
    private final InboxConsumer inbox;
    private final Feeds feeds;
    private final Following following;
    private final SettingsView settings;
    private final InstantSource clock;
    private final MeterRegistry meters;

    DueItems(
            FeedsConfig config,
            InboxConsumer inbox,
            Feeds feeds,
            Following following,
            SettingsView settings,
            InstantSource clock,
            MeterRegistry meters) {
        this.config = config;
        this.inbox = inbox;
        this.feeds = feeds;
        this.following = following;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
    }

    @Incoming("due-items")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return inbox.consume(batch, Topics.EMBED_EVENTS, this);
    }

    @Override
    public boolean concerns(Received<EmbedEvent> received) {
        return item(received.event().payload()).isPresent();
    }

    private static Optional<ItemAnnounced> item(EmbedEvent event) {
        return switch (event) {
            case ItemAnnounced item -> Optional.of(item);
            case EmbedEvent.LinkUnfolded _,
                    EmbedEvent.OwnChannelShown _,
                    EmbedEvent.UnfoldingDue _,
                    EmbedEvent.Unknown _ -> Optional.empty();
        };
    }

    @Override
    public Uni<List<Outgoing<?>>> handle(Received<EmbedEvent> received, Mutiny.StatelessSession tx) {
        var item = item(received.event().payload())
                .orElseThrow(() -> new IllegalStateException(
                        "this is no item: " + received.event().id()));
        var id = ItemRow.idOf(item.follow(), item.item()).value();
        return tx.get(ItemRow.class, id, LockMode.PESSIMISTIC_WRITE).chain(row -> {
            if (row == null || row.announcedAt != null) {
                return Uni.createFrom().item(List.of());
            }
            // a row goes with its follow: as long as it is there, somebody follows
            return feeds.follow(tx, item.follow())
                    .map(Optional::orElseThrow)
                    .chain(follow -> feeds.find(tx, follow.feed)
                            .map(Optional::orElseThrow)
                            .chain(feed -> post(received, tx, row, follow, feed)));
        });
    }

    private Uni<List<Outgoing<?>>> post(
            Received<EmbedEvent> received, Mutiny.StatelessSession tx, ItemRow row, FollowRow follow, FeedRow feed) {
        var now = clock.instant();
        boolean wanted = settings.at(Optional.of(follow.guildId()), now).moduleOn(FollowCommand.MODULE);
        meters.counter("warren.feeds.items", "kind", feed.kind, "outcome", wanted ? "announced" : "module-off")
                .increment();
        var body = Announcement.body(
                following.template(follow, feed.kind),
                feed.title,
                Optional.ofNullable(row.title).orElse(feed.title),
                Optional.ofNullable(row.link),
                Optional.ofNullable(row.author),
                follow.roleId());
        ReplyEvent reply = new PostMessage(
                follow.channelId(), body, Optional.empty(), Optional.empty(), now.plus(config.postWithin()));
        Outgoing<?> outgoing = new Outgoing<>(
                Topics.REPLIES,
                received.event()
                        .causes(
                                received.event().id().derive("post"),
                                "/" + Service.EMBED.id(),
                                now,
                                follow.channelId().toString(),
                                reply));
        return tx.update(row.announced(now)).replaceWith(wanted ? List.of(outgoing) : List.of());
    }
}
