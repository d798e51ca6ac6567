package dev.warren.gateway.outbound.replies;

import dev.warren.gateway.guilds.GuildDirectory;
import dev.warren.gateway.operations.Operations;
import dev.warren.gateway.operations.OwnerConfig;
import dev.warren.gateway.outbound.sending.Discord;
import dev.warren.gateway.outbound.sending.OutboundLoop;
import dev.warren.runtime.events.FollowedTopics;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Holds replies while posting is paused where they would be posted. What expires meanwhile goes on, to end as expired. */
@ApplicationScoped
class PausedPosting {
    private final Operations operations;
    private final GuildDirectory guilds;
    private final FollowedTopics topics;
    private final Discord discord;
    private final OutboundLoop loop;
    private final Duration look;

    PausedPosting(
            Operations operations,
            GuildDirectory guilds,
            FollowedTopics topics,
            Discord discord,
            OutboundLoop loop,
            OwnerConfig config) {
        this.operations = operations;
        this.guilds = guilds;
        this.topics = topics;
        this.discord = discord;
        this.loop = loop;
        this.look = config.look();
    }

    /** Completes when the reply may be posted, or is not worth holding any longer. A start waits until it is known what is paused. */
    Uni<Void> passed(Event<ReplyEvent> event) {
        return topics.whenCaughtUp().emitOn(loop).chain(() -> held(event));
    }

    /** Whether nothing at all is posted, so that a queue which only grows is nobody's fault. */
    boolean everywhere() {
        return operations.pauseEverywhere().isPresent();
    }

    private Uni<Void> held(Event<ReplyEvent> event) {
        return isPaused(event) && discord.now().isBefore(event.payload().expiresAt())
                ? loop.pause(look).chain(() -> held(event))
                : Uni.createFrom().voidItem();
    }

    private boolean isPaused(Event<ReplyEvent> event) {
        return everywhere()
                || (!operations.pausedGuilds().isEmpty()
                        && operations
                                .pause(channel(event.subject()).flatMap(guilds::guildOf))
                                .isPresent());
    }

    /** A reply's key is its channel; one to a member who is written to directly may have another. */
    private static Optional<ChannelId> channel(String key) {
        try {
            return Optional.of(ChannelId.of(key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
