package dev.warren.simulator.world;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * A message to be written.
 *
 * @param channel where
 * @param author who; for webhooks the user that stands for it
 * @param fields as Discord's message create request names them; attachments are complete objects already
 * @param attachments complete attachment objects
 * @param origin where it comes from
 * @param extra fields to set upon the message object as they are
 */
public record MessageDraft(
        Channel channel,
        User author,
        JsonObject fields,
        JsonArray attachments,
        Message.Origin origin,
        JsonObject extra) {

    /** A text by a member. */
    public static MessageDraft text(Channel channel, User author, String content) {
        return new MessageDraft(
                channel,
                author,
                new JsonObject().put("content", content),
                new JsonArray(),
                Message.Origin.PLAIN,
                new JsonObject());
    }

    Optional<JsonObject> allowedMentions() {
        return Optional.ofNullable(fields.getJsonObject("allowed_mentions"));
    }
}
