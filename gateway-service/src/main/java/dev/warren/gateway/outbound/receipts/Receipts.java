package dev.warren.gateway.outbound.receipts;

import dev.warren.gateway.outbound.sending.OutboundLoop;
import dev.warren.runtime.events.EventPublisher;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.trouble.Waiting;
import dev.warren.schemas.bot.ReceiptEvent;
import dev.warren.schemas.bot.ReceiptEvent.LookupDone;
import dev.warren.schemas.bot.ReceiptEvent.ReplyDone;
import dev.warren.schemas.bot.ReceiptEvent.ReplyIntended;
import dev.warren.schemas.bot.ReceiptEvent.ReplyRefused;
import dev.warren.schemas.bot.ReceiptEvent.ReplyUnknown;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Finds and writes receipts. Used on the outbound loop alone. */
@ApplicationScoped
public class Receipts {
    private static final Logger LOG = Logger.getLogger(Receipts.class);
    private static final String SOURCE = "/gateway";

    private final EventPublisher publisher;
    private final ReceiptMarks marks;
    private final ReceiptsRebuild rebuild;
    private final Waiting waiting;
    private final OutboundLoop loop;
    private final InstantSource clock;
    /** Whether Redis missed a receipt that the topic has. */
    private boolean incomplete;

    private @Nullable Uni<Void> rebuilding;

    Receipts(
            EventPublisher publisher,
            ReceiptMarks marks,
            ReceiptsRebuild rebuild,
            Waiting waiting,
            OutboundLoop loop,
            InstantSource clock) {
        this.publisher = publisher;
        this.marks = marks;
        this.rebuild = rebuild;
        this.waiting = waiting;
        this.loop = loop;
        this.clock = clock;
    }

    /** The newest receipt of a reply; none when nothing was done about it yet. While Redis is away it waits. */
    public Uni<Optional<ReceiptEvent>> find(EventId reply) {
        return waiting.outage(() -> complete()
                .chain(() -> marks.find(reply))
                .chain(mark -> mark.receipt().isPresent() || mark.whole()
                        ? Uni.createFrom().item(mark.receipt())
                        : rebuilt().chain(() -> marks.find(reply)).map(ReceiptMarks.Mark::receipt)));
    }

    /** The reply that made this message, where it is known. */
    public Uni<Optional<EventId>> replyOf(MessageId message) {
        return waiting.outage(() -> marks.replyOf(message));
    }

    /** Writes a receipt for what an event asked for; completes when the broker has acknowledged it. */
    public Uni<Void> write(Event<?> cause, ReceiptEvent receipt) {
        var id = receipt.reply().derive("receipt:" + word(receipt));
        var event = cause.causes(id, SOURCE, clock.instant(), receipt.reply().value(), receipt);
        return publisher
                .publish(new Outgoing<>(Topics.RECEIPTS, event))
                .emitOn(loop)
                .chain(() -> marks.note(receipt).onFailure().recoverWithUni(failure -> {
                    // The topic has it; Redis is filled from there before it is asked again.
                    incomplete = true;
                    LOG.debugf("receipt not in Redis reply=%s", receipt.reply());
                    return Uni.createFrom().voidItem();
                }));
    }

    private Uni<Void> complete() {
        if (!incomplete) {
            return Uni.createFrom().voidItem();
        }
        return marks.unmarkWhole().invoke(() -> incomplete = false);
    }

    /** All who ask meanwhile share one reading of the topic. */
    private Uni<Void> rebuilt() {
        Uni<Void> running = rebuilding;
        if (running == null) {
            running = rebuild.rebuild()
                    .emitOn(loop)
                    .onTermination()
                    .invoke(() -> rebuilding = null)
                    .memoize()
                    .indefinitely();
            rebuilding = running;
        }
        return running;
    }

    private static String word(ReceiptEvent receipt) {
        return switch (receipt) {
            case ReplyIntended _ -> "intended";
            case ReplyDone _ -> "done";
            case ReplyRefused _ -> "refused";
            case ReplyUnknown _ -> "unknown";
            case LookupDone _ -> "looked-up";
            case ReceiptEvent.Unknown _ -> throw new IllegalArgumentException("receipt must be a known one");
        };
    }
}
