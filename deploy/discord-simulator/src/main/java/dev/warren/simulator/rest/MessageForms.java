package dev.warren.simulator.rest;

import dev.warren.simulator.cdn.Attachments;
import dev.warren.simulator.world.Channel;
import dev.warren.simulator.world.Components;
import dev.warren.simulator.world.Message;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** What Discord demands of a message beyond its document, and the keeping of its files. */
final class MessageForms {
    private static final int MAX_CONTENT = 2000;
    private static final int MAX_EMBEDS_TEXT = 6000;
    private static final int MAX_ROWS = 5;
    private static final int MAX_COMPONENTS_V2 = 40;
    private static final int ACTION_ROW = 1;
    private final Attachments attachments;

    MessageForms(Attachments attachments) {
        this.attachments = attachments;
    }

    /** Refuses what Discord refuses; a new message must not be empty. */
    void check(JsonObject fields, boolean hasFiles, boolean isNew) {
        String content = Optional.ofNullable(fields.getString("content")).orElse("");
        if (content.codePointCount(0, content.length()) > MAX_CONTENT) {
            throw Refused.form("content", "BASE_TYPE_MAX_LENGTH", "Must be 2000 or fewer in length.");
        }
        JsonArray embeds = Optional.ofNullable(fields.getJsonArray("embeds")).orElseGet(JsonArray::new);
        if (textOf(embeds) > MAX_EMBEDS_TEXT) {
            throw Refused.form(
                    "embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of " + MAX_EMBEDS_TEXT);
        }
        JsonArray components =
                Optional.ofNullable(fields.getJsonArray("components")).orElseGet(JsonArray::new);
        boolean v2 = (Optional.ofNullable(fields.getInteger("flags")).orElse(0) & Message.COMPONENTS_V2) != 0;
        components(components, v2);
        if (v2 && (!content.isEmpty() || !embeds.isEmpty())) {
            throw Refused.form(
                    content.isEmpty() ? "embeds" : "content",
                    "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                    "The field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
        }
        boolean empty = content.isBlank()
                && embeds.isEmpty()
                && components.isEmpty()
                && !hasFiles
                && !(fields.getValue("poll") instanceof JsonObject)
                && Optional.ofNullable(fields.getJsonArray("sticker_ids"))
                        .orElseGet(JsonArray::new)
                        .isEmpty();
        if (isNew && empty) {
            throw Refused.of(400, 50006, "Cannot send an empty message");
        }
    }

    private static void components(JsonArray components, boolean v2) {
        if (!v2 && components.size() > MAX_ROWS) {
            throw Refused.form("components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
        }
        for (int i = 0; i < components.size(); i++) {
            if (!v2 && components.getJsonObject(i).getInteger("type", 0) != ACTION_ROW) {
                throw Refused.form(
                        "components." + i + ".type",
                        "UNION_TYPE_CHOICES",
                        "Value of field \"type\" must be one of (1,).");
            }
        }
        List<JsonObject> all = Components.flatten(components);
        if (v2 && all.size() > MAX_COMPONENTS_V2) {
            throw Refused.form(
                    "components",
                    "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
                    "The total number of components cannot exceed (40)");
        }
        Components.repeatedCustomId(components).ifPresent(id -> {
            throw Refused.form(
                    "components", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        });
    }

    private static int textOf(JsonArray embeds) {
        int sum = 0;
        for (int i = 0; i < embeds.size(); i++) {
            JsonObject embed = embeds.getJsonObject(i);
            sum += length(embed, "title") + length(embed, "description");
            sum += length(embed.getJsonObject("footer", new JsonObject()), "text");
            sum += length(embed.getJsonObject("author", new JsonObject()), "name");
            JsonArray fields = embed.getJsonArray("fields", new JsonArray());
            for (int j = 0; j < fields.size(); j++) {
                sum += length(fields.getJsonObject(j), "name") + length(fields.getJsonObject(j), "value");
            }
        }
        return sum;
    }

    private static int length(JsonObject json, String field) {
        return json != null && json.getString(field) instanceof String text ? text.length() : 0;
    }

    /** Keeps the files of a new message and gives their objects. */
    JsonArray keep(Channel channel, JsonObject fields, List<Body.Upload> files) {
        var list = new JsonArray();
        JsonArray described =
                Optional.ofNullable(fields.getJsonArray("attachments")).orElseGet(JsonArray::new);
        for (Body.Upload file : files) {
            Optional<JsonObject> about = described.stream()
                    .map(JsonObject.class::cast)
                    .filter(json -> String.valueOf(json.getValue("id")).equals(Integer.toString(file.index())))
                    .findFirst();
            String name = about.map(json -> json.getString("filename")).orElse(file.name());
            list.add(attachments.keep(
                    channel, name, file.type(), file.bytes(), about.map(json -> json.getString("description"))));
        }
        return list;
    }

    /** The attachments of an edited message; empty when the edit does not speak of them. */
    Optional<JsonArray> keepEdited(Message message, JsonArray before, JsonObject fields, List<Body.Upload> files) {
        if (!fields.containsKey("attachments") && files.isEmpty()) {
            return Optional.empty();
        }
        JsonArray wanted = fields.getJsonArray("attachments", before);
        var result = new JsonArray();
        for (Object each : before) {
            String id = ((JsonObject) each).getString("id");
            if (wanted != null
                    && wanted.stream()
                            .anyMatch(json -> String.valueOf(((JsonObject) json).getValue("id"))
                                    .equals(id))) {
                result.add(each);
            }
        }
        return Optional.of(result.addAll(keep(message.channel(), fields, files)));
    }
}
