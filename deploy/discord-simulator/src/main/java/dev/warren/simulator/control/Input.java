package dev.warren.simulator.control;

import dev.warren.simulator.world.Snowflake;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A control request's fields, read with a check each. Query parameters of GET and DELETE are fields too. */
final class Input {
    private final JsonObject fields;

    Input(JsonObject fields) {
        this.fields = fields;
    }

    boolean has(String name) {
        return fields.getValue(name) != null;
    }

    /** Whether the field is named, even with null. */
    boolean names(String name) {
        return fields.containsKey(name);
    }

    String text(String name, int max) {
        return optionalText(name, max)
                .orElseThrow(() -> BadInput.field(name, "a text of 1 to " + max + " characters", ""));
    }

    Optional<String> optionalText(String name, int max) {
        Object value = fields.getValue(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text && !text.isBlank() && text.length() <= max) {
            return Optional.of(text);
        }
        throw BadInput.field(name, "a text of 1 to " + max + " characters", value);
    }

    Optional<Long> optionalNumber(String name, long min, long max) {
        Object value = fields.getValue(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Number number) {
            return Optional.of(inRange(name, number.longValue(), min, max));
        }
        if (value instanceof String text && text.matches("-?\\d{1,18}")) {
            return Optional.of(inRange(name, Long.parseLong(text), min, max));
        }
        throw BadInput.field(name, "a whole number from " + min + " to " + max, value);
    }

    private static long inRange(String name, long value, long min, long max) {
        if (value < min || value > max) {
            throw BadInput.field(name, "a whole number from " + min + " to " + max, value);
        }
        return value;
    }

    long number(String name, long min, long max) {
        return optionalNumber(name, min, max)
                .orElseThrow(() -> BadInput.field(name, "a whole number from " + min + " to " + max, ""));
    }

    Optional<Boolean> optionalFlag(String name) {
        Object value = fields.getValue(name);
        return switch (value) {
            case null -> Optional.empty();
            case Boolean flag -> Optional.of(flag);
            case String text when text.equals("true") || text.equals("false") -> Optional.of(Boolean.valueOf(text));
            default -> throw BadInput.field(name, "true or false", value);
        };
    }

    boolean flag(String name) {
        return optionalFlag(name).orElse(false);
    }

    Snowflake id(String name) {
        String text = String.valueOf(fields.getValue(name));
        return Snowflake.parse(text).orElseThrow(() -> BadInput.field(name, "an id", text));
    }

    Optional<Snowflake> optionalId(String name) {
        return has(name) ? Optional.of(id(name)) : Optional.empty();
    }

    JsonObject object(String name) {
        Object value = fields.getValue(name);
        return switch (value) {
            case null -> new JsonObject();
            case JsonObject object -> object;
            default -> throw BadInput.field(name, "an object", value);
        };
    }

    /** A list; a single value counts as a list of one. */
    JsonArray list(String name) {
        Object value = fields.getValue(name);
        return switch (value) {
            case null -> new JsonArray();
            case JsonArray array -> array;
            default -> new JsonArray().add(value);
        };
    }

    List<String> texts(String name, int max) {
        var texts = new ArrayList<String>();
        for (Object value : list(name)) {
            if (!(value instanceof String text) || text.isBlank() || text.length() > max) {
                throw BadInput.field(name, "a list of texts of 1 to " + max + " characters", value);
            }
            texts.add(text);
        }
        return texts;
    }

    List<Input> objects(String name) {
        var inputs = new ArrayList<Input>();
        for (Object value : list(name)) {
            if (!(value instanceof JsonObject object)) {
                throw BadInput.field(name, "a list of objects", value);
            }
            inputs.add(new Input(object));
        }
        return inputs;
    }
}
