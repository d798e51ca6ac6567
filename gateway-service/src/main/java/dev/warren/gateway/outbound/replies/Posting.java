package dev.warren.gateway.outbound.replies;

import dev.warren.gateway.outbound.history.Sought;
import dev.warren.gateway.outbound.rendering.Rendering.Part;
import dev.warren.gateway.rest.Repeatable;
import dev.warren.gateway.rest.RestRequest;
import dev.warren.gateway.rest.RestTarget;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.MessageId;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Messages to post once.
 *
 * @param cause the event that asks for them; its id is the reply's
 * @param target where they are posted
 * @param channel where they then stand
 * @param author under whose id they stand; none for the bot's own
 * @param salt tells this posting apart from another one for the same reply
 * @param first the number of the first part, where earlier ones stand already
 * @param intendedAt when it was begun before, if it was
 */
record Posting(
        Event<?> cause,
        RestTarget target,
        List<RestRequest.Parameter> query,
        ChannelId channel,
        Optional<String> author,
        List<Part> parts,
        Optional<MessageId> replyTo,
        String salt,
        int first,
        Optional<Instant> intendedAt,
        Instant expiresAt) {
    Posting {
        query = List.copyOf(query);
        parts = List.copyOf(parts);
    }

    EventId reply() {
        return cause.id();
    }

    /** Whether Discord takes a nonce there; it takes none for webhooks. */
    boolean nonced() {
        return author.isEmpty();
    }

    String nonce(int part) {
        return Nonces.of(reply(), salt + (first + part));
    }

    /** The JSON of a part as it is sent. */
    JsonObject json(int part) {
        JsonObject json = parts.get(part).json().copy();
        if (nonced()) {
            json.put("nonce", nonce(part)).put("enforce_nonce", true);
        }
        if (part == 0) {
            replyTo.ifPresent(message -> json.put(
                    "message_reference",
                    new JsonObject().put("message_id", message.toString()).put("fail_if_not_exists", false)));
        }
        return json;
    }

    RestRequest request(int part) {
        var request = RestRequest.to(target)
                .with(parts.get(part).body(json(part)))
                .repeatable(Repeatable.NEVER)
                .until(expiresAt);
        return query.isEmpty() ? request : request.query(query.toArray(RestRequest.Parameter[]::new));
    }

    /** What a part looks like where it stands. */
    Sought sought(int part, Instant since) {
        return new Sought(
                reply(),
                channel,
                author,
                Optional.empty(),
                nonced() ? Optional.of(nonce(part)) : Optional.empty(),
                json(part),
                since);
    }
}
