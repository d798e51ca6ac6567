package dev.warren.schemas.bot;

import dev.warren.schemas.event.UnknownType;
import dev.warren.schemas.event.WireType;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What to post, edit or delete: topic {@code bot.replies}, in order for each channel. The event's id is the reply's id. */
public sealed interface ReplyEvent {
    /** Past this it is not posted any more. */
    Instant expiresAt();

    /** Post a message. */
    @WireType("dev.warren.bot.post-message.v1")
    record PostMessage(
            ChannelId channel,
            MessageBody body,
            Optional<MessageId> replyTo,
            Optional<Duration> shortLived,
            Instant expiresAt)
            implements ReplyEvent {}

    /** Post a message to a member's direct messages; where they take none, briefly to the channel instead, if one is named. */
    @WireType("dev.warren.bot.post-direct-message.v1")
    record PostDirectMessage(UserId user, MessageBody body, Optional<ChannelId> otherwise, Instant expiresAt)
            implements ReplyEvent {}

    /** Offer a modal to somebody who wrote a prefix command: a button that opens it. */
    @WireType("dev.warren.bot.offer-modal.v1")
    record OfferModal(ChannelId channel, UserId member, Modal modal, Optional<MessageId> replyTo, Instant expiresAt)
            implements ReplyEvent {}

    /** Change a message of the bot. */
    @WireType("dev.warren.bot.edit-message.v1")
    record EditMessage(Target target, MessageBody body, Instant expiresAt) implements ReplyEvent {}

    /** Delete a message. */
    @WireType("dev.warren.bot.delete-message.v1")
    record DeleteMessage(Target target, Optional<String> reason, Instant expiresAt) implements ReplyEvent {}

    /** Hide what Discord shows of the links of a message, a member's too; the message itself stays. It takes the right to manage messages. */
    @WireType("dev.warren.bot.suppress-embeds.v1")
    record SuppressEmbeds(Target target, Instant expiresAt) implements ReplyEvent {}

    /** React to a message; an emoji is its character, or {@code name:id}. */
    @WireType("dev.warren.bot.add-reaction.v1")
    record AddReaction(Target target, String emoji, Instant expiresAt) implements ReplyEvent {}

    /** Take the bot's own reaction back. */
    @WireType("dev.warren.bot.remove-reaction.v1")
    record RemoveReaction(Target target, String emoji, Instant expiresAt) implements ReplyEvent {}

    /** Show that the bot is typing, for Discord's ten seconds. */
    @WireType("dev.warren.bot.start-typing.v1")
    record StartTyping(ChannelId channel, Instant expiresAt) implements ReplyEvent {}

    /** Post under another name and face, through a webhook of the bot's own in that channel. */
    @WireType("dev.warren.bot.post-as.v1")
    record PostAs(ChannelId channel, String name, Optional<String> avatarUrl, MessageBody body, Instant expiresAt)
            implements ReplyEvent {}

    /** A type of the future. */
    record Unknown(String type) implements ReplyEvent, UnknownType {
        @Override
        public Instant expiresAt() {
            return Instant.MAX;
        }
    }
}
