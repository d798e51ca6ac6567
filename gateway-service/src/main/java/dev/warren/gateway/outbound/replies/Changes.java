package dev.warren.gateway.outbound.replies;

import dev.warren.gateway.outbound.receipts.Receipts;
import dev.warren.gateway.outbound.rendering.Rendering.Part;
import dev.warren.gateway.outbound.replies.ReplyOutcome.Done;
import dev.warren.gateway.outbound.replies.ReplyOutcome.Refused;
import dev.warren.gateway.outbound.replies.Targets.Found;
import dev.warren.gateway.outbound.sending.Discord;
import dev.warren.gateway.outbound.sending.Refusals;
import dev.warren.gateway.outbound.sending.Routes;
import dev.warren.gateway.rest.RestBody;
import dev.warren.gateway.rest.RestRequest;
import dev.warren.gateway.rest.RestRoute;
import dev.warren.schemas.bot.ReceiptEvent.ReplyDone;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.MessageId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes messages that stand already. All of it may be done twice without harm, so no intent is written. */
@ApplicationScoped
class Changes {
    /** Discord's message flag of this name. */
    private static final int SUPPRESS_EMBEDS = 1 << 2;

    private final Discord discord;
    private final Poster poster;
    private final Receipts receipts;

    Changes(Discord discord, Poster poster, Receipts receipts) {
        this.discord = discord;
        this.poster = poster;
        this.receipts = receipts;
    }

    /**
     * The messages now show these parts. Parts beyond the messages are posted behind them and belong to the same reply from then on;
     * messages beyond the parts are deleted.
     */
    Uni<ReplyOutcome> edit(
            Event<?> cause, Found found, List<Part> parts, Optional<Instant> intendedAt, Instant expiresAt) {
        int both = Math.min(found.messages().size(), parts.size());
        Uni<ReplyOutcome> edited = Uni.createFrom().item(new Done(Optional.of(found.channel()), List.of()));
        for (int i = 0; i < both; i++) {
            MessageId message = found.messages().get(i);
            Part part = parts.get(i);
            edited = edited.chain(
                    before -> before instanceof Done ? one(found, message, part, expiresAt) : ended(before));
        }
        for (MessageId surplus : found.messages().subList(both, found.messages().size())) {
            edited = edited.chain(before ->
                    before instanceof Done ? delete(found, surplus, Optional.empty(), expiresAt) : ended(before));
        }
        var kept = found.messages().subList(0, both);
        boolean grows = parts.size() > both;
        boolean shrinks = found.messages().size() > both;
        return edited.chain(before -> {
            if (!(before instanceof Done)) {
                return ended(before);
            }
            return grows
                    ? more(cause, found, parts, both, intendedAt, expiresAt)
                    : shrinks ? belongs(cause, found, kept) : ended(new Done(Optional.of(found.channel()), kept));
        });
    }

    private Uni<ReplyOutcome> more(
            Event<?> cause, Found found, List<Part> parts, int from, Optional<Instant> intendedAt, Instant expiresAt) {
        var posting = new Posting(
                cause,
                Routes.POST_MESSAGE.at(found.channel().toString()),
                List.of(),
                found.channel(),
                Optional.empty(),
                parts.subList(from, parts.size()),
                Optional.empty(),
                "more:",
                from,
                intendedAt,
                expiresAt);
        return poster.post(posting).chain(outcome -> {
            if (!(outcome instanceof Done done)) {
                return ended(outcome);
            }
            var all = new ArrayList<>(found.messages());
            all.addAll(done.messages());
            return belongs(cause, found, all);
        });
    }

    /** From now on the reply has these messages. */
    private Uni<ReplyOutcome> belongs(Event<?> cause, Found found, List<MessageId> messages) {
        var done = new Done(Optional.of(found.channel()), messages);
        return found.reply()
                .map(reply -> receipts.write(
                        cause, new ReplyDone(reply, Optional.of(found.channel()), messages, discord.now())))
                .orElseGet(() -> Uni.createFrom().voidItem())
                .replaceWith(done);
    }

    private Uni<ReplyOutcome> one(Found found, MessageId message, Part part, Instant expiresAt) {
        return send(Routes.EDIT_MESSAGE, found, message, request -> request.with(part.body()), expiresAt);
    }

    /** Deletes all messages of the target; one that is gone already counts as deleted. */
    Uni<ReplyOutcome> delete(Found found, Optional<String> reason, Instant expiresAt) {
        Uni<ReplyOutcome> deleted = Uni.createFrom().item(new Done(Optional.of(found.channel()), List.of()));
        for (MessageId message : found.messages()) {
            deleted = deleted.chain(
                    before -> before instanceof Done ? delete(found, message, reason, expiresAt) : ended(before));
        }
        return deleted;
    }

    private Uni<ReplyOutcome> delete(Found found, MessageId message, Optional<String> reason, Instant expiresAt) {
        return send(
                        Routes.DELETE_MESSAGE,
                        found,
                        message,
                        request -> reason.map(request::because).orElse(request),
                        expiresAt)
                .map(outcome -> outcome instanceof Refused refused && refused.code() == Refusals.UNKNOWN_MESSAGE
                        ? new Done(Optional.of(found.channel()), List.of())
                        : outcome);
    }

    /** Hides what Discord shows of the links of the first message; one that is gone already shows nothing. */
    Uni<ReplyOutcome> suppressEmbeds(Found found, Instant expiresAt) {
        var flags =
                new RestBody.Json(new JsonObject().put("flags", SUPPRESS_EMBEDS).toBuffer());
        return send(Routes.EDIT_MESSAGE, found, found.messages().getFirst(), request -> request.with(flags), expiresAt)
                .map(outcome -> outcome instanceof Refused refused && refused.code() == Refusals.UNKNOWN_MESSAGE
                        ? new Done(Optional.of(found.channel()), List.of())
                        : outcome);
    }

    private interface Filling {
        RestRequest fill(RestRequest request);
    }

    private Uni<ReplyOutcome> send(
            RestRoute route, Found found, MessageId message, Filling filling, Instant expiresAt) {
        var request = RestRequest.to(route.at(found.channel().toString(), message.toString()))
                .until(expiresAt);
        return discord.insist(filling.fill(request))
                .map(outcome -> ReplyOutcome.of(outcome, new Done(Optional.of(found.channel()), List.of(message))));
    }

    /** Reacts to the first message, or takes the reaction back. */
    Uni<ReplyOutcome> react(Found found, String emoji, boolean add, Instant expiresAt) {
        MessageId message = found.messages().getFirst();
        RestRoute route = add ? Routes.ADD_REACTION : Routes.REMOVE_REACTION;
        String bare = emoji.startsWith("a:") ? emoji.substring(2) : emoji;
        var request = RestRequest.to(route.at(found.channel().toString(), message.toString(), bare))
                .until(expiresAt);
        return discord.insist(request)
                .map(outcome -> ReplyOutcome.of(outcome, new Done(Optional.of(found.channel()), List.of())));
    }

    private static Uni<ReplyOutcome> ended(ReplyOutcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
