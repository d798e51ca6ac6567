package dev.warren.gateway.outbound.receipts;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.gateway.outbound.OutboundConfig;
import dev.warren.runtime.redis.Redis;
import dev.warren.schemas.bot.ReceiptEvent;
import dev.warren.schemas.bot.ReceiptEvent.LookupDone;
import dev.warren.schemas.bot.ReceiptEvent.ReplyDone;
import dev.warren.schemas.bot.ReceiptEvent.ReplyIntended;
import dev.warren.schemas.bot.ReceiptEvent.ReplyRefused;
import dev.warren.schemas.bot.ReceiptEvent.ReplyUnknown;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.MessageId;
import io.lettuce.core.KeyValue;
import io.lettuce.core.SetArgs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Receipts in Redis. A key that is set beside them says that all of the topic is there; when Redis lost its keys, that one is gone with
 * them.
 */
@ApplicationScoped
class ReceiptMarks {
    private static final byte[] YES = "1".getBytes(UTF_8);

    private final Redis redis;
    private final ReceiptText text = new ReceiptText();
    private final SetArgs kept;
    private final SetArgs keptUnlessThere;
    private final String whole;

    ReceiptMarks(Redis redis, OutboundConfig config) {
        this.redis = redis;
        this.kept = SetArgs.Builder.px(config.receipts().kept());
        this.keptUnlessThere = SetArgs.Builder.px(config.receipts().kept()).nx();
        this.whole = redis.key("receipts:whole");
    }

    /**
     * What Redis says of a reply.
     *
     * @param receipt the newest one that it has
     * @param whole whether what it has not does not exist
     */
    record Mark(Optional<ReceiptEvent> receipt, boolean whole) {}

    Uni<Mark> find(EventId reply) {
        return redis.call(commands -> commands.mget(of(reply), whole)).map(values -> {
            List<KeyValue<String, byte[]>> two = values;
            return new Mark(
                    two.getFirst().optional().map(text::read), two.getLast().hasValue());
        });
    }

    /** The reply whose message it is, if that is known. */
    Uni<Optional<EventId>> replyOf(MessageId message) {
        return redis.call(commands -> commands.get(of(message)))
                .map(found -> Optional.ofNullable(found).map(bytes -> EventId.of(new String(bytes, UTF_8))));
    }

    /** Notes a receipt. An intent never takes the place of an outcome. */
    Uni<Void> note(ReceiptEvent receipt) {
        byte[] value = text.write(receipt);
        String key = of(receipt.reply());
        return switch (receipt) {
            case ReplyIntended _ ->
                redis.call(commands -> commands.set(key, value, keptUnlessThere))
                        .replaceWithVoid();
            case ReplyDone done -> {
                var all = new ArrayList<Uni<String>>();
                all.add(redis.call(commands -> commands.set(key, value, kept)));
                byte[] reply = done.reply().value().getBytes(UTF_8);
                done.messages()
                        .forEach(message -> all.add(redis.call(commands -> commands.set(of(message), reply, kept))));
                yield Uni.join().all(all).andFailFast().replaceWithVoid();
            }
            case ReplyRefused _, ReplyUnknown _, LookupDone _, ReceiptEvent.Unknown _ ->
                redis.call(commands -> commands.set(key, value, kept)).replaceWithVoid();
        };
    }

    Uni<Void> markWhole() {
        return redis.call(commands -> commands.set(whole, YES)).replaceWithVoid();
    }

    /** Says that Redis may lack something. */
    Uni<Void> unmarkWhole() {
        return redis.call(commands -> commands.del(whole)).replaceWithVoid();
    }

    private String of(EventId reply) {
        return redis.key("receipt:" + reply.value());
    }

    private String of(MessageId message) {
        return redis.key("reply-of:" + message);
    }
}
