package dev.warren.gateway.outbound.receipts;

import dev.warren.gateway.outbound.sending.OutboundLoop;
import dev.warren.gateway.promises.Protection;
import dev.warren.gateway.promises.Sabotage;
import dev.warren.runtime.events.EventPublisher;
import dev.warren.runtime.trouble.Waiting;
import dev.warren.schemas.bot.ReceiptEvent;
import dev.warren.schemas.bot.ReceiptEvent.ReplyIntended;
import dev.warren.schemas.event.Event;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Receipts that may not be written: none to the topic, none before the post, or none after it. */
@Alternative
@Singleton
public class SabotagedReceipts extends Receipts {
    private final ReceiptMarks marks;
    private final Sabotage sabotage;

    SabotagedReceipts(
            EventPublisher publisher,
            ReceiptMarks marks,
            ReceiptsRebuild rebuild,
            Waiting waiting,
            OutboundLoop loop,
            InstantSource clock,
            Sabotage sabotage) {
        super(publisher, marks, rebuild, waiting, loop, clock);
        this.marks = marks;
        this.sabotage = sabotage;
    }

    @Override
    public Uni<Void> write(Event<?> cause, ReceiptEvent receipt) {
        boolean isIntent = receipt instanceof ReplyIntended;
        if (isIntent ? sabotage.isAway(Protection.INTENT) : sabotage.isDying()) {
            return Uni.createFrom().voidItem();
        }
        return sabotage.isAway(Protection.RECEIPT) ? marks.note(receipt) : super.write(cause, receipt);
    }
}
