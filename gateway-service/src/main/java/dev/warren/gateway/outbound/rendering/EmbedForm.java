package dev.warren.gateway.outbound.rendering;

import dev.warren.schemas.bot.Embed;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** An embed as Discord's JSON. Its bounds are checked by the record itself. */
final class EmbedForm {
    private EmbedForm() {}

    /** What Discord refuses beyond the record's bounds. */
    static Optional<String> fault(Embed embed) {
        boolean empty = embed.title().isEmpty()
                && embed.description().isEmpty()
                && embed.author().isEmpty()
                && embed.footer().isEmpty()
                && embed.imageUrl().isEmpty()
                && embed.thumbnailUrl().isEmpty()
                && embed.fields().isEmpty();
        if (empty) {
            return Optional.of("embed is empty");
        }
        if (embed.fields().stream()
                .anyMatch(field -> field.name().isBlank() || field.value().isBlank())) {
            return Optional.of("embed field must have a name and a value");
        }
        return Optional.empty();
    }

    static JsonObject json(Embed embed) {
        var json = new JsonObject();
        embed.title().ifPresent(text -> json.put("title", text));
        embed.description().ifPresent(text -> json.put("description", text));
        embed.url().ifPresent(url -> json.put("url", url));
        embed.color().ifPresent(color -> json.put("color", color));
        embed.timestamp().ifPresent(time -> json.put("timestamp", time.toString()));
        embed.footer().ifPresent(text -> json.put("footer", new JsonObject().put("text", text)));
        embed.imageUrl().ifPresent(url -> json.put("image", new JsonObject().put("url", url)));
        embed.thumbnailUrl().ifPresent(url -> json.put("thumbnail", new JsonObject().put("url", url)));
        embed.author().ifPresent(author -> json.put("author", author(author)));
        if (!embed.fields().isEmpty()) {
            json.put(
                    "fields",
                    new JsonArray(embed.fields().stream().map(EmbedForm::field).toList()));
        }
        return json;
    }

    private static JsonObject author(Embed.Author author) {
        var json = new JsonObject().put("name", author.name());
        author.url().ifPresent(url -> json.put("url", url));
        author.iconUrl().ifPresent(url -> json.put("icon_url", url));
        return json;
    }

    private static JsonObject field(Embed.Field field) {
        return new JsonObject()
                .put("name", field.name())
                .put("value", field.value())
                .put("inline", field.inline());
    }
}
