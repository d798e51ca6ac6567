package dev.warren.schemas.published;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether two revisions of a wire type bear each other. Records of both lie in the topics at the same time, and readers of both run at
 * the same time, so it is asked both ways.
 */
final class Compatibility {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Compatibility() {}

    /** What an older reader or writer could not bear, in words; empty when all is well. */
    static List<String> breaches(Revision old, Revision now, Class<?> payload) {
        var breaches = new ArrayList<String>();
        breaches.addAll(SchemaChange.breaches(old.schema(), now.schema()));
        old.goldens().forEach((name, golden) -> {
            breaches.addAll(read(golden, payload, "the old " + name));
            breaches.addAll(validate(now.schema(), golden, "the old " + name + " under the new rules"));
        });
        now.goldens()
                .forEach((name, golden) ->
                        breaches.addAll(validate(old.schema(), golden, "the new " + name + " under the old rules")));
        return breaches;
    }

    /** Reads with today's code, writes again, and misses what was lost on the way. */
    static List<String> read(JsonNode golden, Class<?> payload, String what) {
        try {
            var again = Revision.write(Revision.WIRE.treeToValue(golden, payload));
            return lost(golden, again, "").map(path -> what + " loses " + path).toList();
        } catch (JsonProcessingException e) {
            return List.of(what + " cannot be read: " + e.getOriginalMessage());
        }
    }

    /** How a payload breaks a schema. */
    static List<String> validate(JsonNode schema, JsonNode payload, String what) {
        return REGISTRY
                .getSchema(schema.toString(), InputFormat.JSON)
                .validate(
                        payload.toString(),
                        InputFormat.JSON,
                        execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> what + " is invalid: " + error)
                .toList();
    }

    private static Stream<String> lost(JsonNode before, JsonNode after, String path) {
        if (before.isObject() && after.isObject()) {
            return before.properties().stream()
                    .flatMap((Map.Entry<String, JsonNode> part) ->
                            lost(part.getValue(), after.path(part.getKey()), path + "/" + part.getKey()));
        }
        if (before.isArray() && after.size() == before.size()) {
            return Stream.iterate(0, i -> i < before.size(), i -> i + 1)
                    .flatMap(i -> lost(before.get(i), after.path(i), path + "/" + i));
        }
        return before.equals(after) ? Stream.empty() : Stream.of(path);
    }
}
