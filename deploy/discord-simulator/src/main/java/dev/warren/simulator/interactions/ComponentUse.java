package dev.warren.simulator.interactions;

import dev.warren.simulator.interactions.Interaction.Kind;
import dev.warren.simulator.world.Components;
import dev.warren.simulator.world.Message;
import dev.warren.simulator.world.User;
import dev.warren.simulator.world.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A member presses a button, chooses from a menu, or fills in a modal. */
public final class ComponentUse {
    private static final int ACTION_ROW = 1;
    private static final int BUTTON = 2;
    private static final int LINK_STYLE = 5;
    private static final int STRING_SELECT = 3;
    private static final int TEXT_INPUT = 4;
    private static final int USER_SELECT = 5;
    private static final int ROLE_SELECT = 6;
    private static final int MENTIONABLE_SELECT = 7;
    private static final int CHANNEL_SELECT = 8;
    private static final int TEXT_DISPLAY = 10;
    private final World world;
    private final Interactions interactions;

    public ComponentUse(World world, Interactions interactions) {
        this.world = world;
        this.interactions = interactions;
    }

    /** Uses a component of a message; values are names or, of string selects, labels or values. */
    public Invocation use(User user, Message message, String customId, List<String> chosen) {
        try {
            if (message.origin()
                    .ephemeralFor()
                    .filter(owner -> !owner.equals(user))
                    .isPresent()) {
                return new Invocation.NotAllowed("the message is shown to another member only");
            }
            Optional<JsonObject> found = Components.withCustomId(message.components(), customId);
            if (found.isEmpty()) {
                return new Invocation.Unknown("component " + customId, customIds(message));
            }
            JsonObject component = found.get();
            if (Boolean.TRUE.equals(component.getBoolean("disabled"))) {
                throw NotSent.of("customId", "a component that is not disabled", customId);
            }
            int type = component.getInteger("type");
            var data = new JsonObject()
                    .put("custom_id", customId)
                    .put("component_type", type)
                    .put("id", component.getInteger("id"));
            if (type != BUTTON) {
                var values = new OptionValues(world, message.channel().guild());
                data.put("values", select(component, chosen, values, "values"));
                if (!values.resolved().isEmpty()) {
                    data.put("resolved", values.resolved());
                }
            } else if (component.getInteger("style", 0) == LINK_STYLE) {
                throw NotSent.of("customId", "a button that is not a link", customId);
            }
            return new Invocation.Sent(
                    interactions.open(Kind.COMPONENT, customId, user, message.channel(), data, Optional.of(message)));
        } catch (NotSent notSent) {
            return notSent.outcome();
        }
    }

    private static List<String> customIds(Message message) {
        return Components.flatten(message.components()).stream()
                .filter(component -> component.getValue("custom_id") instanceof String)
                .map(component -> component.getString("custom_id"))
                .toList();
    }

    private static JsonArray select(JsonObject component, List<String> chosen, OptionValues values, String field) {
        int min = Optional.ofNullable(component.getInteger("min_values")).orElse(1);
        int max = Optional.ofNullable(component.getInteger("max_values")).orElse(1);
        if (chosen.size() < min || chosen.size() > max) {
            throw NotSent.of(field, min + " to " + max + " values", chosen.size());
        }
        var list = new JsonArray();
        for (String value : chosen) {
            list.add(
                    switch (component.getInteger("type")) {
                        case STRING_SELECT -> option(component, value, field);
                        case USER_SELECT -> values.user(field, value);
                        case ROLE_SELECT -> values.role(field, value);
                        case CHANNEL_SELECT -> values.channel(field, value);
                        case MENTIONABLE_SELECT -> values.mentionable(field, value);
                        default -> value;
                    });
        }
        return list;
    }

    private static String option(JsonObject component, String value, String field) {
        return Components.objects(component.getJsonArray("options")).stream()
                .filter(option -> value.equals(option.getString("value")) || value.equals(option.getString("label")))
                .map(option -> option.getString("value"))
                .findFirst()
                .orElseThrow(() -> NotSent.of(field, "one of the menu's options", value));
    }

    /** Sends a modal that an interaction opened; fields by custom id, several values as a list. */
    public Invocation submit(User user, Interaction opener, Map<String, List<String>> fields) {
        try {
            Optional<JsonObject> modal = opener.modal();
            if (modal.isEmpty()) {
                return new Invocation.Unknown("modal of interaction " + opener.id(), List.of());
            }
            if (!opener.user().equals(user)) {
                return new Invocation.NotAllowed("the modal is shown to another member");
            }
            JsonArray defined = modal.get().getJsonArray("components");
            for (String name : fields.keySet()) {
                if (Components.withCustomId(defined, name).isEmpty()) {
                    throw NotSent.of("fields." + name, "a field of the modal", name);
                }
            }
            var values = new OptionValues(world, opener.channel().guild());
            var sent = new JsonArray();
            int id = 1;
            for (JsonObject component : Components.objects(defined)) {
                sent.add(filled(component, fields, values).put("id", id++));
            }
            var data = new JsonObject()
                    .put("custom_id", modal.get().getString("custom_id"))
                    .put("components", sent);
            if (!values.resolved().isEmpty()) {
                data.put("resolved", values.resolved());
            }
            return new Invocation.Sent(interactions.open(
                    Kind.MODAL, modal.get().getString("custom_id"), user, opener.channel(), data, opener.source()));
        } catch (NotSent notSent) {
            return notSent.outcome();
        }
    }

    private static JsonObject filled(JsonObject component, Map<String, List<String>> fields, OptionValues values) {
        int type = component.getInteger("type");
        var sent = new JsonObject().put("type", type);
        if (component.getValue("component") instanceof JsonObject inner) {
            return sent.put("component", filled(inner, fields, values));
        }
        if (type == ACTION_ROW) {
            var children = new JsonArray();
            Components.objects(component.getJsonArray("components"))
                    .forEach(child -> children.add(filled(child, fields, values)));
            return sent.put("components", children);
        }
        if (type == TEXT_DISPLAY) {
            return sent;
        }
        String customId = component.getString("custom_id");
        sent.put("custom_id", customId);
        List<String> given = fields.getOrDefault(customId, List.of());
        boolean required = !Boolean.FALSE.equals(component.getBoolean("required"));
        if (type == TEXT_INPUT) {
            return sent.put("value", text(component, customId, given, required));
        }
        return given.isEmpty() && !required
                ? sent.put("values", new JsonArray())
                : sent.put("values", select(component, given, values, "fields." + customId));
    }

    private static String text(JsonObject input, String customId, List<String> given, boolean required) {
        String value =
                given.isEmpty() ? Optional.ofNullable(input.getString("value")).orElse("") : given.getFirst();
        int min = Optional.ofNullable(input.getInteger("min_length")).orElse(0);
        int max = Optional.ofNullable(input.getInteger("max_length")).orElse(4000);
        if (value.isEmpty() ? required : value.length() < min || value.length() > max) {
            throw NotSent.of(
                    "fields." + customId, Math.max(required ? 1 : 0, min) + " to " + max + " characters", value);
        }
        return value;
    }
}
