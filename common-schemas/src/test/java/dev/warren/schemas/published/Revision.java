package dev.warren.schemas.published;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.warren.schemas.event.WireJson;
import java.util.List;
import java.util.TreeMap;

/**
 * What is published of one wire type at one time: its schema, and its samples as they travel, by name.
 *
 * @param schema JSON Schema
 * @param goldens whole payloads; sorted, so that files come out the same everywhere
 */
record Revision(JsonNode schema, TreeMap<String, JsonNode> goldens) {
    static final ObjectMapper WIRE = WireJson.mapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    /** What the records say now. */
    static Revision now(Class<?> payload, List<Sample> samples, WireSchemas schemas) {
        var goldens = new TreeMap<String, JsonNode>();
        for (var sample : samples) {
            goldens.put(sample.name(), write(sample.payload()));
        }
        return new Revision(schemas.of(payload), goldens);
    }

    static JsonNode write(Object payload) {
        try {
            return WIRE.readTree(WIRE.writeValueAsString(payload));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a payload must be writable: " + payload, e);
        }
    }
}
