package dev.warren.gateway.outbound.answers;

import dev.warren.gateway.outbound.AnswerOutcome;
import dev.warren.gateway.outbound.AnswerOutcome.Answered;
import dev.warren.gateway.outbound.AnswerOutcome.Refused;
import dev.warren.gateway.outbound.AnswerOutcome.TooLate;
import dev.warren.gateway.outbound.AnswerOutcome.Unclear;
import dev.warren.gateway.outbound.answers.Callbacks.Sent;
import dev.warren.gateway.outbound.receipts.Receipts;
import dev.warren.gateway.outbound.rendering.Rendering.Part;
import dev.warren.gateway.outbound.sending.Discord;
import dev.warren.schemas.bot.ReceiptEvent.ReplyIntended;
import dev.warren.schemas.ids.MessageId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Messages behind the first response. Discord knows no nonce for them, so an intent is written first: one that was begun before a crash is
 * not sent again, since whether it stands cannot be asked.
 */
@ApplicationScoped
class FollowUps {
    private final Callbacks callbacks;
    private final Receipts receipts;
    private final Discord discord;

    FollowUps(Callbacks callbacks, Receipts receipts, Discord discord) {
        this.callbacks = callbacks;
        this.receipts = receipts;
        this.discord = discord;
    }

    /**
     * Sends all parts, in order.
     *
     * @param before messages that the same answer has made already
     */
    Uni<AnswerOutcome> send(Turn turn, List<Part> parts, boolean ephemeral, List<MessageId> before) {
        if (parts.isEmpty()) {
            return Uni.createFrom().item(new Answered(before));
        }
        if (turn.resumed()) {
            return Uni.createFrom().item(new Unclear());
        }
        return intended(turn).chain(() -> next(turn, parts, ephemeral, before));
    }

    private Uni<Void> intended(Turn turn) {
        return turn.cause()
                .map(cause -> receipts.write(
                        cause, new ReplyIntended(turn.id(), turn.channel(), Optional.empty(), discord.now())))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<AnswerOutcome> next(Turn turn, List<Part> parts, boolean ephemeral, List<MessageId> made) {
        return callbacks
                .followUp(turn.about(), parts.getFirst(), ephemeral, turn.expiresAt())
                .chain(sent -> switch (sent) {
                    case Sent.Done(var message) -> {
                        var all = new ArrayList<>(made);
                        message.ifPresent(all::add);
                        var left = parts.subList(1, parts.size());
                        yield left.isEmpty()
                                ? Uni.createFrom().item(new Answered(all))
                                : next(turn, left, ephemeral, all);
                    }
                    case Sent.TooLate _ -> Uni.createFrom().item(made.isEmpty() ? new TooLate() : new Answered(made));
                    case Sent.Rejected(int status, int code) -> Answering.refused(status, code);
                    case Sent.Acknowledged _, Sent.Unclear _ -> Uni.createFrom().item(new Unclear());
                });
    }

    /** The outcome of what came behind these messages. */
    static AnswerOutcome behind(List<MessageId> first, AnswerOutcome outcome) {
        return switch (outcome) {
            case Answered(var messages) -> {
                var all = new ArrayList<>(first);
                all.addAll(messages);
                yield new Answered(all);
            }
            case Refused _, TooLate _, Unclear _ -> outcome;
        };
    }
}
