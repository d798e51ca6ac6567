package dev.warren.embed.providers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** JSON as sites send it: what is missing, or of another type than documented, is simply not there. */
public final class Json {
    private static final ObjectReader READER = JsonMapper.builder().build().reader();

    private Json() {}

    /** None for what is no JSON object or array. */
    public static Optional<JsonNode> parse(byte[] body) {
        try {
            return Optional.of(READER.readTree(body)).filter(JsonNode::isContainerNode);
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }

    /** The same for text, such as a script of a page. */
    static Optional<JsonNode> parse(String text) {
        try {
            return Optional.of(READER.readTree(text)).filter(JsonNode::isContainerNode);
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }

    /** A text that is not blank, at a path of names. */
    public static Optional<String> text(JsonNode node, String... path) {
        return Optional.of(at(node, path))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** A number's text or a text: ids are written either way. */
    static Optional<String> id(JsonNode node, String... path) {
        var found = at(node, path);
        return found.isIntegralNumber() ? Optional.of(found.asText()) : text(node, path);
    }

    /** An absolute http or https address. */
    static Optional<URI> address(JsonNode node, String... path) {
        return text(node, path).flatMap(Addresses::of);
    }

    /** A time in ISO-8601. */
    public static Optional<Instant> time(JsonNode node, String... path) {
        return text(node, path).flatMap(Json::time);
    }

    static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Seconds as a number, or a duration in ISO-8601. */
    static Optional<Duration> duration(JsonNode node, String... path) {
        var found = at(node, path);
        if (found.isNumber()) {
            return Optional.of(found.doubleValue())
                    .filter(seconds -> seconds > 0 && seconds < 1e9)
                    .map(seconds -> Duration.ofSeconds(Math.round(seconds)));
        }
        return text(node, path).flatMap(Json::duration);
    }

    static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Duration.parse(text)).filter(Duration::isPositive);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static boolean isTrue(JsonNode node, String... path) {
        var found = at(node, path);
        return found.isBoolean() && found.booleanValue();
    }

    /** The first of an array that is an object. */
    public static Optional<JsonNode> first(JsonNode node, String... path) {
        var found = at(node, path);
        return found.isArray() && found.path(0).isObject() ? Optional.of(found.path(0)) : Optional.empty();
    }

    private static JsonNode at(JsonNode node, String... path) {
        var found = node;
        for (var name : path) {
            found = found.path(name);
        }
        return found;
    }
}
