package dev.warren.gateway.outbound.answers;

import dev.warren.gateway.outbound.OutboundConfig;
import dev.warren.gateway.outbound.PendingInteraction;
import dev.warren.gateway.outbound.rendering.Rendering.Part;
import dev.warren.gateway.outbound.sending.Discord;
import dev.warren.gateway.outbound.sending.Refusals;
import dev.warren.gateway.outbound.sending.Routes;
import dev.warren.gateway.rest.Repeatable;
import dev.warren.gateway.rest.RestBody;
import dev.warren.gateway.rest.RestOutcome;
import dev.warren.gateway.rest.RestOutcome.Expired;
import dev.warren.gateway.rest.RestOutcome.Overloaded;
import dev.warren.gateway.rest.RestOutcome.Posted;
import dev.warren.gateway.rest.RestOutcome.Refused;
import dev.warren.gateway.rest.RestOutcome.Unavailable;
import dev.warren.gateway.rest.RestOutcome.Unknown;
import dev.warren.gateway.rest.RestRequest;
import dev.warren.schemas.ids.MessageId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The requests that answer an interaction. They carry its token and no other. */
@ApplicationScoped
class Callbacks {
    static final int MESSAGE = 4;
    static final int DEFERRED_MESSAGE = 5;
    static final int DEFERRED_UPDATE = 6;
    static final int UPDATE = 7;
    static final int CHOICES = 8;
    static final int MODAL = 9;

    /** Discord's message flag for what only the invoker sees. */
    private static final int EPHEMERAL = 64;

    private static final Set<Integer> OVER =
            Set.of(Refusals.UNKNOWN_INTERACTION, Refusals.UNKNOWN_WEBHOOK, Refusals.INVALID_WEBHOOK_TOKEN);

    private final Discord discord;
    private final OutboundConfig.Answers bounds;

    Callbacks(Discord discord, OutboundConfig config) {
        this.discord = discord;
        this.bounds = config.answers();
    }

    /** What came of a request. */
    sealed interface Sent {
        /** It stands; the message that it made or changed, where Discord said so. */
        record Done(Optional<MessageId> message) implements Sent {}

        /** Another response was first. */
        record Acknowledged() implements Sent {}

        /** Discord no longer takes an answer. */
        record TooLate() implements Sent {}

        record Rejected(int status, int code) implements Sent {}

        /** It may stand or not. */
        record Unclear() implements Sent {}
    }

    /** The first response. Sent again, Discord says that it is already there: so it may be repeated. */
    Uni<Sent> respond(PendingInteraction interaction, int type, JsonObject data, Optional<Part> part) {
        var payload = new JsonObject().put("type", type);
        if (!data.isEmpty()) {
            payload.put("data", data);
        }
        RestBody body = part.map(each -> each.body(payload)).orElseGet(() -> new RestBody.Json(payload.toBuffer()));
        var request = RestRequest.to(Routes.CALLBACK.at(
                        interaction.id().toString(), interaction.token().value()))
                .query(new RestRequest.Parameter("with_response", "true"))
                .with(body)
                .repeatable(Repeatable.IDEMPOTENT)
                .unordered()
                .until(interaction.receivedAt().plus(bounds.firstResponse()));
        return discord.insist(request).map(outcome -> sent(outcome, true));
    }

    Uni<Sent> editOriginal(PendingInteraction interaction, Part part, Instant expiresAt) {
        var request = RestRequest.to(Routes.EDIT_ORIGINAL.at(
                        interaction.application().toString(),
                        interaction.token().value()))
                .with(part.body());
        return follow(interaction, request, expiresAt);
    }

    Uni<Sent> deleteOriginal(PendingInteraction interaction, Instant expiresAt) {
        var request = RestRequest.to(Routes.DELETE_ORIGINAL.at(
                interaction.application().toString(), interaction.token().value()));
        return follow(interaction, request, expiresAt);
    }

    Uni<Sent> followUp(PendingInteraction interaction, Part part, boolean ephemeral, Instant expiresAt) {
        var request = RestRequest.to(Routes.FOLLOW_UP.at(
                        interaction.application().toString(),
                        interaction.token().value()))
                .with(part.body(shown(part.json(), ephemeral)));
        return follow(interaction, request, expiresAt);
    }

    private Uni<Sent> follow(PendingInteraction interaction, RestRequest request, Instant expiresAt) {
        Instant dead = interaction.receivedAt().plus(bounds.tokenLife());
        return discord.insist(request.until(expiresAt.isBefore(dead) ? expiresAt : dead))
                .map(outcome -> sent(outcome, false));
    }

    /** The same, for the invoker alone if so wanted. */
    static JsonObject shown(JsonObject message, boolean ephemeral) {
        return ephemeral ? message.copy().put("flags", EPHEMERAL) : message;
    }

    private static Sent sent(RestOutcome outcome, boolean callback) {
        return switch (outcome) {
            case Posted posted -> new Sent.Done(message(posted, callback));
            case Refused refused when refused.code() == Refusals.ALREADY_ACKNOWLEDGED -> new Sent.Acknowledged();
            case Refused refused when OVER.contains(refused.code()) -> new Sent.TooLate();
            case Refused refused -> new Sent.Rejected(refused.status(), refused.code());
            case Expired _ -> new Sent.TooLate();
            case Unknown _ -> new Sent.Unclear();
            case Overloaded _, Unavailable _ -> new Sent.TooLate();
        };
    }

    private static Optional<MessageId> message(Posted posted, boolean callback) {
        if (posted.body().length() == 0) {
            return Optional.empty();
        }
        var json = posted.body().toJsonObject();
        if (!callback) {
            return Optional.ofNullable(json.getString("id")).map(MessageId::of);
        }
        return Optional.ofNullable(json.getJsonObject("interaction"))
                .map(interaction -> interaction.getString("response_message_id"))
                .map(MessageId::of);
    }
}
