package dev.warren.browser;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the scripted bot offers, and what it shows. */
final class ScriptedCommands {
    static final JsonArray ALL = new JsonArray("""
            [{"name": "rank", "description": "Shows a rank card", "options": [{"type": 6, "name": "member", "description": "Whose rank"}]},
             {"name": "greet", "description": "Says hello", "options": [
               {"type": 3, "name": "name", "description": "Whom to greet", "required": true, "autocomplete": true},
               {"type": 3, "name": "mood", "description": "How", "choices": [{"name": "Happily", "value": "happy"}, {"name": "Sadly", "value": "sad"}]},
               {"type": 4, "name": "times", "description": "How often", "min_value": 1, "max_value": 5},
               {"type": 5, "name": "loud", "description": "Whether loudly"},
               {"type": 7, "name": "where", "description": "In which channel"},
               {"type": 8, "name": "role", "description": "To which role"}]},
             {"name": "settings", "description": "Settings", "options": [
               {"type": 1, "name": "show", "description": "Shows the settings"},
               {"type": 2, "name": "change", "description": "Changes settings", "options": [
                 {"type": 1, "name": "prefix", "description": "Changes the prefix", "options": [
                   {"type": 3, "name": "to", "description": "The new one", "required": true}]}]}]},
             {"name": "help", "description": "Explains all commands"},
             {"name": "panel", "description": "Shows components of version 2"},
             {"name": "form", "description": "Opens a form"},
             {"name": "secret", "description": "Answers you alone"},
             {"name": "silent", "description": "Never answers"},
             {"type": 2, "name": "Wave at"}, {"type": 3, "name": "Quote"}]
            """);

    private ScriptedCommands() {}

    static JsonObject rankCard(String name) {
        return new JsonObject("""
                {"title": "Rank of %s", "description": "Level **4**, 210 XP", "color": 2911051,
                 "fields": [{"name": "Messages", "value": "128", "inline": true}, {"name": "Place", "value": "3", "inline": true}],
                 "footer": {"text": "since yesterday"}}
                """.formatted(name));
    }

    static JsonObject help() {
        return new JsonObject("""
                {"content": "# Help\\nChoose a topic.", "components": [
                  {"type": 1, "components": [{"type": 3, "custom_id": "topic", "placeholder": "Choose a topic", "options": [
                    {"label": "Levels", "value": "levels", "description": "XP and ranks"}, {"label": "Coins", "value": "coins"}]}]},
                  {"type": 1, "components": [{"type": 2, "style": 1, "label": "Again", "custom_id": "again"},
                    {"type": 2, "style": 2, "label": "Tell more", "custom_id": "open-form"},
                    {"type": 2, "style": 4, "label": "Off", "custom_id": "off", "disabled": true},
                    {"type": 2, "style": 5, "label": "Read on", "url": "https://example.org/read"}]}]}
                """);
    }

    static JsonObject components() {
        return new JsonObject("""
                {"flags": 32768, "components": [
                  {"type": 17, "accent_color": 11172659, "components": [
                    {"type": 10, "content": "## A container\\nWith **text**."},
                    {"type": 9, "components": [{"type": 10, "content": "A section"}], "accessory": {"type": 2, "style": 3, "label": "Press", "custom_id": "press"}},
                    {"type": 14, "divider": true, "spacing": 2},
                    {"type": 1, "components": [{"type": 5, "custom_id": "who", "placeholder": "Choose members", "min_values": 1, "max_values": 2}]},
                    {"type": 1, "components": [{"type": 6, "custom_id": "role"}]},
                    {"type": 1, "components": [{"type": 8, "custom_id": "place"}]},
                    {"type": 1, "components": [{"type": 7, "custom_id": "any"}]}]}]}
                """);
    }

    static JsonObject modal() {
        return new JsonObject("""
                {"title": "Tell us", "custom_id": "told", "components": [
                  {"type": 10, "content": "Only what you *like*."},
                  {"type": 18, "label": "Your name", "description": "At least two letters",
                   "component": {"type": 4, "custom_id": "name", "style": 1, "min_length": 2, "max_length": 20}},
                  {"type": 18, "label": "Your story", "component": {"type": 4, "custom_id": "story", "style": 2, "required": false}},
                  {"type": 18, "label": "Color", "component": {"type": 3, "custom_id": "color", "options": [
                    {"label": "Red", "value": "red"}, {"label": "Green", "value": "green"}]}}]}
                """);
    }

    static JsonObject choicesFor(JsonObject data) {
        String typed = data.getJsonArray("options").stream()
                .map(JsonObject.class::cast)
                .filter(option -> option.getBoolean("focused", false))
                .map(option -> option.getString("value").toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
        var choices = new JsonArray();
        List.of("Ada", "Alan", "Grace").stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(typed))
                .forEach(name -> choices.add(new JsonObject().put("name", name).put("value", name)));
        return new JsonObject().put("choices", choices);
    }

    static String options(JsonObject data) {
        return data.getJsonArray("options").stream()
                .map(JsonObject.class::cast)
                .map(option -> option.getString("name") + "=" + option.getValue("value"))
                .collect(Collectors.joining(", "));
    }

    static String submitted(JsonObject data) {
        return data.getJsonArray("components").stream()
                .map(JsonObject.class::cast)
                .filter(label -> label.containsKey("component"))
                .map(label -> label.getJsonObject("component"))
                .map(field -> field.getString("custom_id") + "=" + field.getValue("value", field.getValue("values")))
                .collect(Collectors.joining(", "));
    }
}
