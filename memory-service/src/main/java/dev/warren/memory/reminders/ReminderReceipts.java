package dev.warren.memory.reminders;

import dev.warren.memory.MemoryConfig;
import dev.warren.memory.reminders.Reminder.State;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.inbox.EventHandler;
import dev.warren.runtime.inbox.InboxConsumer;
import dev.warren.schemas.bot.ReceiptEvent;
import dev.warren.schemas.bot.ReceiptEvent.LookupDone;
import dev.warren.schemas.bot.ReceiptEvent.ReplyDone;
import dev.warren.schemas.bot.ReceiptEvent.ReplyIntended;
import dev.warren.schemas.bot.ReceiptEvent.ReplyRefused;
import dev.warren.schemas.bot.ReceiptEvent.ReplyUnknown;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.PostDirectMessage;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny;

/** Ends reminders by what became of their posts. One that the channel did not take goes to the member directly. */
@ApplicationScoped
class ReminderReceipts implements EventHandler<ReceiptEvent> {
    private static final String OURS = "reminder:";
    private static final String POST = "/post";
    private static final String DIRECT = "direct";

    private final MemoryConfig.Reminders config;
    private final InboxConsumer inbox;
    private final Reminders reminders;
    private final InstantSource clock;
    private final MeterRegistry meters;

    ReminderReceipts(
            MemoryConfig config, InboxConsumer inbox, Reminders reminders, InstantSource clock, MeterRegistry meters) {
        this.config = config.reminders();
        this.inbox = inbox;
        this.reminders = reminders;
        this.clock = clock;
        this.meters = meters;
    }

    @Incoming("receipts")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return inbox.consume(batch, Topics.RECEIPTS, this);
    }

    @Override
    public boolean concerns(Received<ReceiptEvent> received) {
        return switch (received.event().payload()) {
            case ReplyDone(var reply, var _, var _, var _) -> isOurs(reply);
            case ReplyRefused(var reply, var _, var _, var _, var _) -> isOurs(reply);
            case ReplyUnknown(var reply, var _) -> isOurs(reply);
            case ReplyIntended _, LookupDone _, ReceiptEvent.Unknown _ -> false;
        };
    }

    private static boolean isOurs(EventId reply) {
        return reply.value().startsWith(OURS);
    }

    @Override
    public Uni<List<Outgoing<?>>> handle(Received<ReceiptEvent> received, Mutiny.StatelessSession tx) {
        var receipt = received.event().payload();
        return reminders
                .findByReply(tx, receipt.reply())
                .chain(found -> found.map(reminder -> became(received, tx, reminder, receipt))
                        .orElseGet(() -> Uni.createFrom().item(List.of())));
    }

    private Uni<List<Outgoing<?>>> became(
            Received<ReceiptEvent> received, Mutiny.StatelessSession tx, Reminder reminder, ReceiptEvent receipt) {
        return switch (receipt) {
            case ReplyDone _ -> end(tx, reminder, State.DONE);
            case ReplyUnknown _ -> end(tx, reminder, State.UNKNOWN);
            case ReplyRefused refused
            when isWorthAnotherWay(reminder, refused) -> direct(received, tx, reminder, refused);
            case ReplyRefused _ -> end(tx, reminder, State.REFUSED);
            case ReplyIntended _, LookupDone _, ReceiptEvent.Unknown _ ->
                throw new IllegalStateException(
                        "this says nothing of a post: " + received.event().id());
        };
    }

    /** What came too late comes too late directly as well. */
    private static boolean isWorthAnotherWay(Reminder reminder, ReplyRefused refused) {
        return refused.status() != 0
                && reminder.guild().isPresent()
                && refused.reply().value().endsWith(POST);
    }

    private Uni<List<Outgoing<?>>> direct(
            Received<ReceiptEvent> received, Mutiny.StatelessSession tx, Reminder reminder, ReplyRefused refused) {
        var now = clock.instant();
        var id = refused.reply().derive(DIRECT);
        var body = ReminderTexts.instead(reminder, dueOf(refused.reply()), refused.reason());
        ReplyEvent post =
                new PostDirectMessage(reminder.member(), body, Optional.empty(), now.plus(config.postWithin()));
        var outgoing = new Outgoing<>(
                Topics.REPLIES,
                received.event()
                        .causes(
                                id,
                                "/" + Service.MEMORY.id(),
                                now,
                                reminder.channel().toString(),
                                post));
        meters.counter("warren.reminders", "what", "direct").increment();
        return reminders.save(tx, reminder.repliedBy(id)).replaceWith(List.of(outgoing));
    }

    /** The time for which it was posted: {@code reminder:42@2026-11-20T09:00:00Z/post}. */
    private static Instant dueOf(EventId reply) {
        var text = reply.value();
        return Instant.parse(text.substring(text.indexOf('@') + 1, text.indexOf('/')));
    }

    /** One of a series waits for its next time, whatever became of this one. */
    private Uni<List<Outgoing<?>>> end(Mutiny.StatelessSession tx, Reminder reminder, State how) {
        meters.counter("warren.reminders", "what", how.name().toLowerCase(java.util.Locale.ROOT))
                .increment();
        return reminder.state() == State.FIRED
                ? reminders.save(tx, reminder.ended(how, clock.instant())).replaceWith(List.of())
                : Uni.createFrom().item(List.of());
    }
}
