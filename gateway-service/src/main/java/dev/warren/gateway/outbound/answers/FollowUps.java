package dev.warren.gateway.outbound.answers;

import dev.warren.gateway.outbound.AnswerOutcome;
import dev.warren.gateway.outbound.AnswerOutcome.Answered;
import dev.warren.gateway.outbound.AnswerOutcome.Refused;
import dev.warren.gateway.outbound.AnswerOutcome.TooLate;
import dev.warren.gateway.outbound.AnswerOutcome.Unclear;
import dev.warren.gateway.outbound.OutboundConfig;
import dev.warren.gateway.outbound.answers.Callbacks.Sent;
import dev.warren.gateway.outbound.history.History;
import dev.warren.gateway.outbound.history.History.Search;
import dev.warren.gateway.outbound.history.Sought;
import dev.warren.gateway.outbound.receipts.Receipts;
import dev.warren.gateway.outbound.rendering.Rendering.Part;
import dev.warren.gateway.outbound.sending.Discord;
import dev.warren.gateway.outbound.sending.OutboundLoop;
import dev.warren.schemas.bot.ReceiptEvent.ReplyIntended;
import dev.warren.schemas.ids.MessageId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Messages behind the first response. Discord knows no nonce for them, so an intent is written first. Of one that was begun before a crash, or
 * whose request had no clear end, the channel tells whether it stands; only what nobody but the invoker sees cannot be looked for, and is
 * not sent again.
 */
@ApplicationScoped
class FollowUps {
    private final Callbacks callbacks;
    private final Receipts receipts;
    private final Discord discord;
    private final History history;
    private final OutboundLoop loop;
    private final Duration pause;

    FollowUps(
            Callbacks callbacks,
            Receipts receipts,
            Discord discord,
            History history,
            OutboundLoop loop,
            OutboundConfig config) {
        this.callbacks = callbacks;
        this.receipts = receipts;
        this.discord = discord;
        this.history = history;
        this.loop = loop;
        this.pause = config.outage().firstPause();
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
        return turn.resumed()
                ? next(turn, parts, ephemeral, before)
                : intended(turn).chain(() -> next(turn, parts, ephemeral, before));
    }

    private Uni<Void> intended(Turn turn) {
        return turn.cause()
                .map(cause -> receipts.write(
                        cause, new ReplyIntended(turn.id(), turn.channel(), Optional.empty(), discord.now())))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<AnswerOutcome> next(Turn turn, List<Part> parts, boolean ephemeral, List<MessageId> made) {
        var part = parts.getFirst();
        return (turn.resumed() ? search(turn, part, ephemeral) : send(turn, part, ephemeral))
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

    private Uni<Sent> send(Turn turn, Part part, boolean ephemeral) {
        return callbacks
                .followUp(turn.about(), part, ephemeral, turn.expiresAt())
                .chain(sent -> sent instanceof Sent.Unclear
                        ? loop.pause(pause).chain(() -> search(turn, part, ephemeral))
                        : Uni.createFrom().item(sent));
    }

    private Uni<Sent> search(Turn turn, Part part, boolean ephemeral) {
        if (ephemeral || turn.channel().isEmpty()) {
            return Uni.createFrom().item(new Sent.Unclear());
        }
        var about = turn.about();
        var sought = new Sought(
                turn.id(),
                turn.channel().get(),
                Optional.empty(),
                Optional.of(about.id()),
                Optional.empty(),
                part.json(),
                about.receivedAt());
        return history.find(sought, turn.expiresAt()).chain(found -> switch (found) {
            case Search.Found(var message) -> Uni.createFrom().item(new Sent.Done(Optional.of(message)));
            case Search.Absent _ -> send(turn, part, ephemeral);
            case Search.Ambiguous _ -> Uni.createFrom().item(new Sent.Unclear());
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
