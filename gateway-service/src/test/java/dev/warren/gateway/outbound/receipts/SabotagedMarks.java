package dev.warren.gateway.outbound.receipts;

import dev.warren.gateway.outbound.OutboundConfig;
import dev.warren.gateway.promises.Protection;
import dev.warren.gateway.promises.Sabotage;
import dev.warren.runtime.redis.Redis;
import dev.warren.schemas.bot.ReceiptEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

/** Marks that may not be set. */
@Alternative
@Singleton
public class SabotagedMarks extends ReceiptMarks {
    private final Sabotage sabotage;

    SabotagedMarks(Redis redis, OutboundConfig config, Sabotage sabotage) {
        super(redis, config);
        this.sabotage = sabotage;
    }

    @Override
    Uni<Void> note(ReceiptEvent receipt) {
        return sabotage.isAway(Protection.MARK) ? Uni.createFrom().voidItem() : super.note(receipt);
    }
}
