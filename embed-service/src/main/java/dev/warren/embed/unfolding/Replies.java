package dev.warren.embed.unfolding;

import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.DeleteMessage;
import dev.warren.schemas.bot.ReplyEvent.EditMessage;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.bot.ReplyEvent.SuppressEmbeds;
import dev.warren.schemas.bot.Target;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.topics.Topics;
import java.time.Instant;
import java.util.Optional;

/** What the gateway is to post, change and delete; the ids follow from what caused it. */
final class Replies {
    private final Event<?> cause;
    private final Instant expiresAt;

    /** @param expiresAt until when it is worth doing */
    Replies(Event<?> cause, Instant expiresAt) {
        this.cause = cause;
        this.expiresAt = expiresAt;
    }

    Outgoing<ReplyEvent> post(Unfolding unfolding, MessageBody body) {
        return reply(
                "shown",
                unfolding.channel(),
                new PostMessage(
                        unfolding.channel(), body, Optional.of(unfolding.message()), Optional.empty(), expiresAt));
    }

    Outgoing<ReplyEvent> edit(Unfolding unfolding, EventId reply, MessageBody body) {
        return reply(
                "shown-anew",
                unfolding.channel(),
                new EditMessage(Target.reply(unfolding.channel(), reply), body, expiresAt));
    }

    Outgoing<ReplyEvent> takeDown(Unfolding unfolding, EventId reply) {
        return reply(
                "taken-down",
                unfolding.channel(),
                new DeleteMessage(Target.reply(unfolding.channel(), reply), Optional.empty(), expiresAt));
    }

    /** Hides what Discord shows of the member's message. */
    Outgoing<ReplyEvent> hideDiscords(Unfolding unfolding) {
        return reply(
                "hidden",
                unfolding.channel(),
                new SuppressEmbeds(Target.message(unfolding.channel(), unfolding.message()), expiresAt));
    }

    private Outgoing<ReplyEvent> reply(String what, ChannelId channel, ReplyEvent reply) {
        return new Outgoing<>(
                Topics.REPLIES,
                cause.causes(cause.id().derive(what), Dues.SOURCE, cause.time(), channel.toString(), reply));
    }
}
