package dev.warren.gateway.outbound.replies;

import dev.warren.gateway.outbound.receipts.Receipts;
import dev.warren.gateway.outbound.replies.ReplyOutcome.Done;
import dev.warren.gateway.outbound.replies.ReplyOutcome.Fleeting;
import dev.warren.gateway.outbound.replies.ReplyOutcome.Refused;
import dev.warren.gateway.outbound.replies.ReplyOutcome.Unclear;
import dev.warren.gateway.outbound.sending.Discord;
import dev.warren.gateway.outbound.sending.Renderer;
import dev.warren.gateway.outbound.sending.Routes;
import dev.warren.gateway.rest.RestRequest;
import dev.warren.schemas.bot.ReceiptEvent;
import dev.warren.schemas.bot.ReceiptEvent.ReplyDone;
import dev.warren.schemas.bot.ReceiptEvent.ReplyIntended;
import dev.warren.schemas.bot.ReceiptEvent.ReplyRefused;
import dev.warren.schemas.bot.ReceiptEvent.ReplyUnknown;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.AddReaction;
import dev.warren.schemas.bot.ReplyEvent.DeleteMessage;
import dev.warren.schemas.bot.ReplyEvent.EditMessage;
import dev.warren.schemas.bot.ReplyEvent.OfferModal;
import dev.warren.schemas.bot.ReplyEvent.PostAs;
import dev.warren.schemas.bot.ReplyEvent.PostDirectMessage;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.bot.ReplyEvent.RemoveReaction;
import dev.warren.schemas.bot.ReplyEvent.StartTyping;
import dev.warren.schemas.bot.ReplyEvent.SuppressEmbeds;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Does one reply: once, in time, and with a receipt of what became of it. */
@ApplicationScoped
class ReplyWork {
    private final Receipts receipts;
    private final Messages messages;
    private final Changes changes;
    private final Targets targets;
    private final Renderer renderer;
    private final Discord discord;
    private final MeterRegistry meters;

    ReplyWork(
            Receipts receipts,
            Messages messages,
            Changes changes,
            Targets targets,
            Renderer renderer,
            Discord discord,
            MeterRegistry meters) {
        this.receipts = receipts;
        this.messages = messages;
        this.changes = changes;
        this.targets = targets;
        this.renderer = renderer;
        this.discord = discord;
        this.meters = meters;
    }

    /** Completes when the reply is done and its receipt acknowledged. */
    Uni<Void> run(Event<ReplyEvent> event) {
        ReplyEvent reply = event.payload();
        if (reply instanceof StartTyping) {
            return isExpired(reply)
                    ? count(reply, ReplyOutcome.expired())
                    : perform(event, Optional.empty()).chain(outcome -> count(reply, outcome));
        }
        return receipts.find(event.id()).chain(receipt -> {
            Optional<Instant> intended =
                    receipt.map(known -> known instanceof ReplyIntended intent ? intent.at() : Instant.MAX);
            if (intended.filter(Instant.MAX::equals).isPresent()) {
                meters.counter("warren.replies", "kind", kind(reply), "outcome", "repeated")
                        .increment();
                return Uni.createFrom().voidItem();
            }
            // What was begun is brought to its end, also when it has expired meanwhile: it may stand.
            return intended.isEmpty() && isExpired(reply)
                    ? ended(event, ReplyOutcome.expired())
                    : perform(event, intended).chain(outcome -> ended(event, outcome));
        });
    }

    /** A newer edit of the same message took its place, and it ends as that one ended. */
    Uni<Void> superseded(Event<ReplyEvent> event, EventId by) {
        return receipts.find(by)
                .chain(receipt -> receipt.isPresent() && receipt.get() instanceof ReplyDone done
                        ? ended(event, new Done(done.channel(), done.messages()))
                        : ended(event, ReplyOutcome.refused("a newer edit took its place, and failed")));
    }

    /** It is not even tried. */
    Uni<Void> refused(Event<ReplyEvent> event, String reason) {
        return ended(event, ReplyOutcome.refused(reason));
    }

    private boolean isExpired(ReplyEvent reply) {
        return !discord.now().isBefore(reply.expiresAt());
    }

    private Uni<ReplyOutcome> perform(Event<ReplyEvent> event, Optional<Instant> intendedAt) {
        return switch (event.payload()) {
            case PostMessage post -> messages.post(event, post, intendedAt);
            case PostDirectMessage post -> messages.direct(event, post, intendedAt);
            case OfferModal offer -> messages.offer(event, offer, intendedAt);
            case PostAs post -> messages.postAs(event, post, intendedAt);
            case EditMessage(var target, var body, var expiresAt) ->
                targets.with(
                        target,
                        expiresAt,
                        found -> renderer.edition(body)
                                .chain(rendering -> Messages.parts(
                                        rendering, parts -> changes.edit(event, found, parts, intendedAt, expiresAt))));
            case DeleteMessage(var target, var reason, var expiresAt) ->
                targets.with(target, expiresAt, found -> changes.delete(found, reason, expiresAt));
            case SuppressEmbeds(var target, var expiresAt) ->
                targets.with(target, expiresAt, found -> changes.suppressEmbeds(found, expiresAt));
            case AddReaction(var target, var emoji, var expiresAt) ->
                targets.with(target, expiresAt, found -> changes.react(found, emoji, true, expiresAt));
            case RemoveReaction(var target, var emoji, var expiresAt) ->
                targets.with(target, expiresAt, found -> changes.react(found, emoji, false, expiresAt));
            case StartTyping(var channel, var expiresAt) ->
                discord.send(RestRequest.to(Routes.TYPING.at(channel.toString()))
                                .until(expiresAt))
                        .replaceWith(new Fleeting());
            case ReplyEvent.Unknown(var type) -> throw new IllegalArgumentException("reply must be known: " + type);
        };
    }

    private Uni<Void> ended(Event<ReplyEvent> event, ReplyOutcome outcome) {
        return receipt(event.id(), outcome)
                .map(receipt -> receipts.write(event, receipt))
                .orElseGet(() -> Uni.createFrom().voidItem())
                .chain(() -> count(event.payload(), outcome));
    }

    private Optional<ReceiptEvent> receipt(EventId reply, ReplyOutcome outcome) {
        Instant now = discord.now();
        return switch (outcome) {
            case Done(var channel, var made) -> Optional.of(new ReplyDone(reply, channel, made, now));
            case Refused(int status, int code, var reason) ->
                Optional.of(new ReplyRefused(reply, status, code, reason, now));
            case Unclear _ -> Optional.of(new ReplyUnknown(reply, now));
            case Fleeting _ -> Optional.empty();
        };
    }

    private Uni<Void> count(ReplyEvent reply, ReplyOutcome outcome) {
        meters.counter("warren.replies", "kind", kind(reply), "outcome", word(outcome))
                .increment();
        return Uni.createFrom().voidItem();
    }

    private static String word(ReplyOutcome outcome) {
        return switch (outcome) {
            case Done _, Fleeting _ -> "done";
            case Refused refused -> refused.reason().equals("expired") ? "expired" : "refused";
            case Unclear _ -> "unknown";
        };
    }

    static String kind(ReplyEvent reply) {
        return switch (reply) {
            case PostMessage _ -> "message";
            case PostDirectMessage _ -> "direct";
            case OfferModal _ -> "modal";
            case EditMessage _ -> "edit";
            case DeleteMessage _ -> "delete";
            case SuppressEmbeds _ -> "suppression";
            case AddReaction _, RemoveReaction _ -> "reaction";
            case StartTyping _ -> "typing";
            case PostAs _ -> "webhook";
            case ReplyEvent.Unknown _ -> "unknown";
        };
    }
}
