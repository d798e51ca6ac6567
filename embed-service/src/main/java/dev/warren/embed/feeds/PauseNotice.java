package dev.warren.embed.feeds;

import dev.warren.runtime.departures.Departures;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.runtime.timers.Timers;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells guilds, once and in their log channel, that a source they follow is not asked any more. */
@ApplicationScoped
class PauseNotice {
    /** The memory service's setting; every service sees what a guild has set. */
    private static final String LOG_CHANNEL = "log-channel";

    private final FeedsConfig config;
    private final Feeds feeds;
    private final SettingsView settings;
    private final Timers timers;
    private final Departures departures;

    PauseNotice(FeedsConfig config, Feeds feeds, SettingsView settings, Timers timers, Departures departures) {
        this.config = config;
        this.feeds = feeds;
        this.settings = settings;
        this.timers = timers;
        this.departures = departures;
    }

    Uni<Void> tell(Mutiny.StatelessSession tx, FeedRow feed, Instant now) {
        return feeds.followers(tx, feed.number())
                .chain(followers -> Multi.createFrom()
                        .iterable(followers)
                        .filter(follow -> !departures.isLeft(follow.guildId()))
                        .onItem()
                        .transformToUniAndConcatenate(follow -> settings.at(Optional.of(follow.guildId()), now)
                                .text(LOG_CHANNEL)
                                .map(ChannelId::of)
                                .map(channel -> tell(tx, feed, follow, channel, now))
                                .orElseGet(() -> Uni.createFrom().voidItem()))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<Void> tell(Mutiny.StatelessSession tx, FeedRow feed, FollowRow follow, ChannelId channel, Instant now) {
        var id = EventId.of("follow:" + follow.number() + "/paused:" + now);
        var text = "⏸️ I stopped looking at **" + Line.defused(feed.title) + "**, which <#" + follow.channel
                + "> follows: it has not answered rightly for long (" + feed.trouble + "). `/follow test "
                + follow.number() + "` looks again, and goes on when it answers.";
        var post = new PostMessage(
                channel, MessageBody.text(text), Optional.empty(), Optional.empty(), now.plus(config.postWithin()));
        return timers.schedule(
                tx,
                follow.guildId(),
                id.value(),
                now,
                new Outgoing<>(
                        Topics.REPLIES, Event.first(id, "/" + Service.EMBED.id(), now, channel.toString(), post)));
    }
}
