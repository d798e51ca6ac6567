package dev.warren.leveling.administration;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.warren.leveling.administration.ImportFile.Stop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Members in JSON, read one after the other, so that a large file takes little memory. */
final class JsonMembers {
    private static final JsonMapper MAPPER = new JsonMapper();

    private JsonMembers() {}

    static void read(String text, ImportFile.Sink sink) {
        try (var parser = MAPPER.createParser(text)) {
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                members("members", parser, sink);
            } else {
                object(parser, sink);
            }
            if (parser.nextToken() != null) {
                throw new Stop("file", "end after its JSON", "more text");
            }
        } catch (StreamConstraintsException e) {
            throw new Stop("file", "be JSON of a sensible depth", "nested too deeply, or too long a number");
        } catch (StreamReadException e) {
            var at = e.getLocation();
            throw new Stop("file", "be JSON", "line " + at.getLineNr() + ", column " + at.getColumnNr());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void object(JsonParser parser, ImportFile.Sink sink) throws IOException {
        boolean found = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var field = parser.currentName();
            var value = parser.nextToken();
            if (!field.equals("members") && !field.equals("players")) {
                parser.skipChildren();
                continue;
            }
            if (found || value != JsonToken.START_ARRAY) {
                throw new Stop(field, "be one list", found ? "a second one" : parser.getText());
            }
            found = true;
            members(field, parser, sink);
        }
        if (!found) {
            throw new Stop("file", "have a list `members` or `players`", "neither");
        }
    }

    private static void members(String list, JsonParser parser, ImportFile.Sink sink) throws IOException {
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            var where = list + "[" + i + "]";
            JsonNode member = MAPPER.readTree(parser);
            if (!member.isObject()) {
                throw new Stop(where, "be an object with `id` and `xp`", member.toString());
            }
            var name = Optional.ofNullable(member.get("name")).or(() -> Optional.ofNullable(member.get("username")));
            sink.add(
                    where,
                    value(member, where, "id"),
                    name.filter(JsonNode::isTextual).map(JsonNode::textValue),
                    value(member, where, "xp"));
        }
    }

    private static String value(JsonNode member, String where, String field) {
        var value = member.path(field);
        if (!value.isTextual() && !value.isNumber()) {
            throw new Stop(where + "." + field, "be there", value.isMissingNode() ? "missing" : value.toString());
        }
        return value.asText();
    }
}
