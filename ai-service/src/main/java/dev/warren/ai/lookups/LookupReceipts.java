package dev.warren.ai.lookups;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.ai.lookups.Lookups.Mark;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.inbox.EventHandler;
import dev.warren.runtime.inbox.InboxConsumer;
import dev.warren.runtime.redis.Redis;
import dev.warren.schemas.bot.ReceiptEvent;
import dev.warren.schemas.bot.ReceiptEvent.LookupDone;
import dev.warren.schemas.bot.ReceiptEvent.ReplyDone;
import dev.warren.schemas.bot.ReceiptEvent.ReplyIntended;
import dev.warren.schemas.bot.ReceiptEvent.ReplyRefused;
import dev.warren.schemas.bot.ReceiptEvent.ReplyUnknown;
import dev.warren.schemas.event.EventTypes;
import dev.warren.schemas.event.Headers;
import dev.warren.schemas.topics.Topics;
import io.lettuce.core.SetArgs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny;

/** Leaves a mark for each look-up of this service that the gateway has answered. */
@ApplicationScoped
class LookupReceipts implements EventHandler<ReceiptEvent> {
    private static final Set<String> TYPES =
            Set.of(EventTypes.nameOf(LookupDone.class), EventTypes.nameOf(ReplyRefused.class));

    private final InboxConsumer inbox;
    private final Redis redis;
    private final LookupConfig config;

    LookupReceipts(InboxConsumer inbox, Redis redis, LookupConfig config) {
        this.inbox = inbox;
        this.redis = redis;
        this.config = config;
    }

    @Incoming("lookup-receipts")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return inbox.consume(batch, Topics.RECEIPTS, this);
    }

    /** By type and key, which is the reply's id: the many receipts of messages are not even read. */
    @Override
    public boolean mayConcern(ConsumerRecord<String, byte[]> record) {
        var type = record.headers().lastHeader(Headers.TYPE);
        return type != null
                && TYPES.contains(new String(type.value(), UTF_8))
                && record.key() != null
                && record.key().contains(Lookups.OURS);
    }

    @Override
    public boolean concerns(Received<ReceiptEvent> received) {
        return mark(received.event().payload()).isPresent();
    }

    private static Optional<Mark> mark(ReceiptEvent receipt) {
        return switch (receipt) {
            case LookupDone(var _, var key, var _) -> Optional.of(new Mark.Done(key));
            case ReplyRefused refused -> Optional.of(new Mark.Refused(refused.reason()));
            case ReplyDone _, ReplyIntended _, ReplyUnknown _, ReceiptEvent.Unknown _ -> Optional.empty();
        };
    }

    @Override
    public Uni<List<Outgoing<?>>> handle(Received<ReceiptEvent> received, Mutiny.StatelessSession tx) {
        var receipt = received.event().payload();
        var key = Mark.key(redis, receipt.reply());
        var bytes = mark(receipt).orElseThrow().bytes();
        var kept = SetArgs.Builder.px(config.kept());
        return redis.call(commands -> commands.set(key, bytes, kept)).replaceWith(List.of());
    }
}
