package dev.warren.schemas.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What changed between two schemas of one type. Samples show that a change is borne; this finds what no sample happens to show. Only one
 * change is allowed: a new property that may be missing.
 */
final class SchemaChange {
    private static final Set<String> STRUCTURE = Set.of(
            "$ref", "$defs", "properties", "required", "items", "additionalProperties", "anyOf", "allOf", "oneOf");
    private static final Set<String> WORDS = Set.of("$schema", "title", "description", "examples");

    private final JsonNode oldRoot;
    private final JsonNode newRoot;
    private final List<String> breaches = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private SchemaChange(JsonNode oldRoot, JsonNode newRoot) {
        this.oldRoot = oldRoot;
        this.newRoot = newRoot;
    }

    /** The changes that are not allowed, each with its place; empty for none. */
    static List<String> breaches(JsonNode old, JsonNode now) {
        var change = new SchemaChange(old, now);
        change.compare(old, now, "");
        return change.breaches;
    }

    private void compare(JsonNode rawOld, JsonNode rawNew, String path) {
        if (rawOld.has("$ref") && rawNew.has("$ref") && !seen.add(rawOld.get("$ref") + " " + rawNew.get("$ref"))) {
            return;
        }
        var old = resolve(oldRoot, rawOld);
        var now = resolve(newRoot, rawNew);
        keywords(old, now, path);
        properties(old, now, path);
        required(old, now, path);
        for (var keyword : List.of("items", "additionalProperties")) {
            part(old, now, keyword, path);
        }
        for (var keyword : List.of("anyOf", "allOf", "oneOf")) {
            alternatives(old.path(keyword), now.path(keyword), keyword, path);
        }
    }

    private void keywords(JsonNode old, JsonNode now, String path) {
        var names = new TreeSet<String>();
        old.fieldNames().forEachRemaining(names::add);
        now.fieldNames().forEachRemaining(names::add);
        names.removeAll(STRUCTURE);
        names.removeAll(WORDS);
        for (var name : names) {
            if (!old.path(name).equals(now.path(name))) {
                breaches.add(at(path) + " changes " + name + " from " + shown(old.path(name)) + " to "
                        + shown(now.path(name)));
            }
        }
    }

    private void properties(JsonNode old, JsonNode now, String path) {
        old.path("properties").properties().forEach(property -> {
            var next = now.path("properties").path(property.getKey());
            if (next.isMissingNode()) {
                breaches.add(at(path + "/" + property.getKey()) + " is removed");
            } else {
                compare(property.getValue(), next, path + "/" + property.getKey());
            }
        });
    }

    private void required(JsonNode old, JsonNode now, String path) {
        var before = texts(old.path("required"));
        var after = texts(now.path("required"));
        before.stream()
                .filter(name -> !after.contains(name) && now.path("properties").has(name))
                .forEach(name -> breaches.add(at(path + "/" + name) + " may be missing now, older readers need it"));
        after.stream()
                .filter(name -> !before.contains(name))
                .forEach(name -> breaches.add(at(path + "/" + name) + " is required now, older records lack it"));
    }

    private void part(JsonNode old, JsonNode now, String keyword, String path) {
        if (old.has(keyword) != now.has(keyword)) {
            breaches.add(at(path) + " changes " + keyword + " from " + shown(old.path(keyword)) + " to "
                    + shown(now.path(keyword)));
        } else if (old.has(keyword)) {
            compare(old.get(keyword), now.get(keyword), path + "/*");
        }
    }

    private void alternatives(JsonNode old, JsonNode now, String keyword, String path) {
        if (old.size() != now.size()) {
            breaches.add(at(path) + " changes the number of " + keyword + " from " + old.size() + " to " + now.size());
            return;
        }
        for (int i = 0; i < old.size(); i++) {
            compare(old.get(i), now.get(i), path + "/" + keyword + i);
        }
    }

    /** A schema with what it refers to, as if written out in one place. */
    private static JsonNode resolve(JsonNode root, JsonNode node) {
        if (!node.has("$ref")) {
            return node;
        }
        ObjectNode whole = resolve(root, root.at(node.get("$ref").textValue().substring(1)))
                .deepCopy();
        node.properties().forEach(keyword -> {
            switch (keyword.getKey()) {
                case "$ref" -> {}
                case "properties" -> whole.withObject("/properties").setAll((ObjectNode) keyword.getValue());
                case "required" -> whole.withArray("/required").addAll((ArrayNode) keyword.getValue());
                default -> whole.set(keyword.getKey(), keyword.getValue());
            }
        });
        return whole;
    }

    private static Set<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::textValue)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String at(String path) {
        return path.isEmpty() ? "the payload" : path;
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.toString();
    }
}
