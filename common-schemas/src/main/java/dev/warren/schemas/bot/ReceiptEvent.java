package dev.warren.schemas.bot;

import dev.warren.schemas.event.UnknownType;
import dev.warren.schemas.event.WireType;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What became of replies, answers and actions: topic {@code bot.receipts}, compacted by the reply's id. */
public sealed interface ReceiptEvent {
    EventId reply();

    /** Written and acknowledged before the post. */
    @WireType("dev.warren.bot.reply-intended.v1")
    record ReplyIntended(EventId reply, Optional<ChannelId> channel, Optional<String> nonce, Instant at)
            implements ReceiptEvent {}

    /**
     * It stands at Discord.
     *
     * @param messages the message, or all parts of a long one in order; none for what makes no message
     */
    @WireType("dev.warren.bot.reply-done.v1")
    record ReplyDone(EventId reply, Optional<ChannelId> channel, List<MessageId> messages, Instant at)
            implements ReceiptEvent {
        public ReplyDone {
            messages = List.copyOf(messages);
        }
    }

    /**
     * Discord refused it, or it was too late.
     *
     * @param status HTTP status; 0 when it was not sent
     * @param code Discord's error code, 0 for none
     * @param reason in a few words, without content
     */
    @WireType("dev.warren.bot.reply-refused.v1")
    record ReplyRefused(EventId reply, int status, int code, String reason, Instant at) implements ReceiptEvent {}

    /** Whether it stands at Discord could not be found out; it is not posted again. */
    @WireType("dev.warren.bot.reply-unknown.v1")
    record ReplyUnknown(EventId reply, Instant at) implements ReceiptEvent {}

    /** A look-up is answered: its result lies in Redis under this key until {@code until}. */
    @WireType("dev.warren.bot.lookup-done.v1")
    record LookupDone(EventId reply, String key, Instant until) implements ReceiptEvent {}

    /** A type of the future. */
    record Unknown(String type) implements ReceiptEvent, UnknownType {
        @Override
        public EventId reply() {
            throw new UnsupportedOperationException("an unknown receipt has no known reply: " + type);
        }
    }
}
