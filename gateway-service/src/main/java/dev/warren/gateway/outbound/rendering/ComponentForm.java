package dev.warren.gateway.outbound.rendering;

import dev.warren.gateway.outbound.CarriedId;
import dev.warren.schemas.bot.Component;
import dev.warren.schemas.bot.Component.Button;
import dev.warren.schemas.bot.Component.LinkButton;
import dev.warren.schemas.bot.Component.Row;
import dev.warren.schemas.bot.Component.Select;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Components as Discord's JSON. Numbers and bounds are those of Discord's API reference, "Component Types" and "Button Styles". */
final class ComponentForm {
    private static final int ROW = 1;
    private static final int BUTTON = 2;
    private static final int LINK_STYLE = 5;
    private static final int MAX_URL = 512;
    private static final int MAX_PLACEHOLDER = 150;
    private static final int MAX_ITEM = 100;
    private static final Pattern CUSTOM_EMOJI = Pattern.compile("(a:)?(\\w{2,32}):(\\d{1,20})");

    private ComponentForm() {}

    /** What Discord would refuse. */
    static Optional<String> fault(List<Row> rows) {
        var seen = new HashSet<String>();
        return rows.stream()
                .flatMap(row -> row.components().stream())
                .map(component -> fault(component, seen))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> fault(Component component, Set<String> seen) {
        return switch (component) {
            case Button button -> fault(new CarriedId(button.customId(), button.answer()), seen);
            case LinkButton link ->
                link.url().length() > MAX_URL
                        ? Optional.of("url of a button must have at most " + MAX_URL + " characters: "
                                + link.url().length())
                        : Optional.empty();
            case Select select ->
                fault(new CarriedId(select.customId(), select.answer()), seen).or(() -> faultOf(select));
        };
    }

    static Optional<String> fault(CarriedId id, Set<String> seen) {
        if (!id.fits()) {
            return Optional.of("customId must have at most 99 characters where it is not answered publicly");
        }
        return seen.add(id.written()) ? Optional.empty() : Optional.of("customId must be unique in its message");
    }

    private static Optional<String> faultOf(Select select) {
        if (select.placeholder().length() > MAX_PLACEHOLDER) {
            return Optional.of("placeholder must have at most " + MAX_PLACEHOLDER + " characters");
        }
        boolean items = select.items().stream()
                .anyMatch(item -> item.label().isBlank()
                        || item.label().length() > MAX_ITEM
                        || item.value().length() > MAX_ITEM
                        || item.description().map(String::length).orElse(0) > MAX_ITEM);
        return items
                ? Optional.of("items must have labels, values and descriptions of at most " + MAX_ITEM + " characters")
                : Optional.empty();
    }

    static JsonArray rows(List<Row> rows) {
        return new JsonArray(rows.stream()
                .map(row -> new JsonObject()
                        .put("type", ROW)
                        .put(
                                "components",
                                new JsonArray(row.components().stream()
                                        .map(ComponentForm::json)
                                        .toList())))
                .toList());
    }

    private static JsonObject json(Component component) {
        return switch (component) {
            case Button button -> button(button);
            case LinkButton link ->
                new JsonObject()
                        .put("type", BUTTON)
                        .put("style", LINK_STYLE)
                        .put("label", link.label())
                        .put("url", link.url());
            case Select select -> select(select);
        };
    }

    private static JsonObject button(Button button) {
        var json = new JsonObject()
                .put("type", BUTTON)
                .put("style", style(button.style()))
                .put("custom_id", new CarriedId(button.customId(), button.answer()).written());
        if (!button.label().isEmpty()) {
            json.put("label", button.label());
        }
        button.emoji().ifPresent(emoji -> json.put("emoji", emoji(emoji)));
        if (button.disabled()) {
            json.put("disabled", true);
        }
        return json;
    }

    private static int style(Component.Style style) {
        return switch (style) {
            case PRIMARY -> 1;
            case SECONDARY -> 2;
            case SUCCESS -> 3;
            case DANGER -> 4;
        };
    }

    private static JsonObject select(Select select) {
        var json = new JsonObject()
                .put("type", type(select.kind()))
                .put("custom_id", new CarriedId(select.customId(), select.answer()).written())
                .put("min_values", select.minimum())
                .put("max_values", select.maximum());
        if (!select.placeholder().isEmpty()) {
            json.put("placeholder", select.placeholder());
        }
        if (!select.items().isEmpty()) {
            json.put(
                    "options",
                    new JsonArray(
                            select.items().stream().map(ComponentForm::item).toList()));
        }
        return json;
    }

    private static int type(Component.SelectKind kind) {
        return switch (kind) {
            case TEXT -> 3;
            case USER -> 5;
            case ROLE -> 6;
            case MENTIONABLE -> 7;
            case CHANNEL -> 8;
        };
    }

    private static JsonObject item(Component.Item item) {
        var json = new JsonObject().put("label", item.label()).put("value", item.value());
        item.description().ifPresent(text -> json.put("description", text));
        if (item.chosen()) {
            json.put("default", true);
        }
        return json;
    }

    /** An emoji: its character, or {@code name:id}. */
    static JsonObject emoji(String emoji) {
        var custom = CUSTOM_EMOJI.matcher(emoji);
        if (!custom.matches()) {
            return new JsonObject().put("name", emoji);
        }
        return new JsonObject()
                .put("id", custom.group(3))
                .put("name", custom.group(2))
                .put("animated", custom.group(1) != null);
    }
}
