package dev.warren.gateway.outbound.replies;

import dev.warren.gateway.outbound.receipts.Receipts;
import dev.warren.gateway.outbound.sending.Discord;
import dev.warren.gateway.outbound.sending.OutboundLoop;
import dev.warren.schemas.bot.ReceiptEvent;
import dev.warren.schemas.bot.ReceiptEvent.LookupDone;
import dev.warren.schemas.bot.ReceiptEvent.ReplyDone;
import dev.warren.schemas.bot.ReceiptEvent.ReplyIntended;
import dev.warren.schemas.bot.ReceiptEvent.ReplyRefused;
import dev.warren.schemas.bot.ReceiptEvent.ReplyUnknown;
import dev.warren.schemas.bot.Target;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.MessageId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** From Warren's ids to Discord's. */
@ApplicationScoped
class Targets {
    /** An answer goes another way than an edit of it, and may be written a little later. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Receipts receipts;
    private final Discord discord;
    private final OutboundLoop loop;

    Targets(Receipts receipts, Discord discord, OutboundLoop loop) {
        this.receipts = receipts;
        this.discord = discord;
        this.loop = loop;
    }

    /** Messages to change, at least one, with where they stand. */
    record Found(ChannelId channel, List<MessageId> messages, Optional<EventId> reply) {}

    /** Goes on with the target's messages; else gives why there are none. */
    Uni<ReplyOutcome> with(Target target, Instant expiresAt, Function<Found, Uni<ReplyOutcome>> then) {
        if (target.message().isPresent()) {
            return then.apply(
                    new Found(target.channel(), List.of(target.message().get()), Optional.empty()));
        }
        Instant patient = discord.now().plus(PATIENCE);
        return look(target, target.reply().orElseThrow(), patient.isBefore(expiresAt) ? patient : expiresAt, then);
    }

    private Uni<ReplyOutcome> look(
            Target target, EventId reply, Instant until, Function<Found, Uni<ReplyOutcome>> then) {
        return receipts.find(reply).chain(receipt -> {
            if (receipt.isPresent() && !(receipt.get() instanceof ReplyIntended)) {
                return found(target, reply, receipt.get(), then);
            }
            return discord.now().isBefore(until)
                    ? loop.pause(LOOK_AGAIN).chain(() -> look(target, reply, until, then))
                    : Uni.createFrom().item(ReplyOutcome.refused("the reply was not posted"));
        });
    }

    private static Uni<ReplyOutcome> found(
            Target target, EventId reply, ReceiptEvent receipt, Function<Found, Uni<ReplyOutcome>> then) {
        return switch (receipt) {
            case ReplyDone(var _, var channel, var messages, var _) ->
                messages.isEmpty()
                        ? Uni.createFrom().item(ReplyOutcome.refused("the reply made no message"))
                        : then.apply(new Found(channel.orElse(target.channel()), messages, Optional.of(reply)));
            case ReplyRefused _ -> Uni.createFrom().item(ReplyOutcome.refused("the reply was refused"));
            case ReplyUnknown _ ->
                Uni.createFrom().item(ReplyOutcome.refused("whether the reply was posted is unknown"));
            case LookupDone _, ReplyIntended _, ReceiptEvent.Unknown _ ->
                Uni.createFrom().item(ReplyOutcome.refused("the reply made no message"));
        };
    }
}
