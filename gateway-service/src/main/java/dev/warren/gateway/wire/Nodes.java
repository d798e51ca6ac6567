package dev.warren.gateway.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Fields of Discord's JSON. A field that is missing and one that is null are the same here. */
public final class Nodes {
    private Nodes() {}

    /** The field, unless it is missing or null. */
    public static Optional<JsonNode> child(JsonNode node, String field) {
        var found = node.get(field);
        return found == null || found.isNull() ? Optional.empty() : Optional.of(found);
    }

    /** The text of a field, unless it is missing or null. */
    public static Optional<String> text(JsonNode node, String field) {
        var found = node.get(field);
        return found == null || found.isNull() ? Optional.empty() : Optional.of(found.asText());
    }

    /** The id in a field. */
    public static <T> Optional<T> id(JsonNode node, String field, Function<String, T> type) {
        var found = node.get(field);
        return found == null || found.isNull() ? Optional.empty() : Optional.of(type.apply(found.asText()));
    }

    /**
     * The id in a field that Discord always sends.
     *
     * @throws IllegalArgumentException when it is not there, or no snowflake
     */
    public static <T> T requiredId(JsonNode node, String field, Function<String, T> type) {
        var found = node.get(field);
        if (found == null || found.isNull()) {
            throw new IllegalArgumentException(field + " must be there");
        }
        return type.apply(found.asText());
    }

    /** The ids in a field that holds an array; none when it is missing. */
    public static <T> List<T> ids(JsonNode node, String field, Function<String, T> type) {
        var found = node.get(field);
        if (found == null || found.isEmpty()) {
            return List.of();
        }
        var ids = new ArrayList<T>(found.size());
        for (int i = 0; i < found.size(); i++) {
            ids.add(type.apply(found.get(i).asText()));
        }
        return ids;
    }

    /** A flag; false when it is missing. */
    public static boolean flag(JsonNode node, String field) {
        var found = node.get(field);
        return found != null && found.asBoolean();
    }

    /** A whole number; 0 when it is missing. */
    public static int number(JsonNode node, String field) {
        var found = node.get(field);
        return found == null ? 0 : found.asInt();
    }

    /** A point in time as Discord writes it: ISO-8601 with offset. */
    public static Optional<Instant> time(JsonNode node, String field) {
        return text(node, field).map(text -> OffsetDateTime.parse(text).toInstant());
    }
}
