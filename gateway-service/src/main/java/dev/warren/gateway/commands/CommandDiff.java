package dev.warren.gateway.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Whether what stands at Discord is what is wanted. Discord leaves out what has its default, adds ids and versions, and orders as it likes;
 * none of that is a difference.
 */
final class CommandDiff {
    private static final List<String> COMMAND_FIELDS = List.of(
            "name",
            "description",
            "name_localizations",
            "description_localizations",
            "default_member_permissions",
            "options");
    private static final List<String> OPTION_FIELDS = List.of(
            "type",
            "name",
            "description",
            "name_localizations",
            "description_localizations",
            "required",
            "autocomplete",
            "min_value",
            "max_value",
            "min_length",
            "max_length",
            "choices",
            "options");

    private CommandDiff() {}

    /** Whether both are the same set of commands. */
    static boolean same(Iterable<? extends JsonNode> one, Iterable<? extends JsonNode> other) {
        return byName(one).equals(byName(other));
    }

    private static Map<String, JsonNode> byName(Iterable<? extends JsonNode> commands) {
        Map<String, JsonNode> byName = new HashMap<>();
        commands.forEach(command -> {
            int type = command.path("type").asInt(1);
            var normal = normal(command, COMMAND_FIELDS);
            normal.set("contexts", sorted(command.path("contexts")));
            normal.set("integration_types", sorted(command.path("integration_types")));
            byName.put(type + " " + command.path("name").asText(), normal);
        });
        return byName;
    }

    private static ObjectNode normal(JsonNode node, Collection<String> fields) {
        var normal = JsonNodeFactory.instance.objectNode();
        for (var field : fields) {
            var value = node.path(field);
            if (field.equals("options")) {
                var options = JsonNodeFactory.instance.arrayNode();
                value.forEach(option -> options.add(normal(option, OPTION_FIELDS)));
                if (!options.isEmpty()) {
                    normal.set(field, options);
                }
            } else if (field.equals("choices")) {
                var choices = JsonNodeFactory.instance.arrayNode();
                value.forEach(choice -> choices.add(choice.path("name").asText() + "="
                        + choice.path("value").asText()));
                if (!choices.isEmpty()) {
                    normal.set(field, choices);
                }
            } else if (!isDefault(value)) {
                // As text, so that 1 and 1.0 are no difference.
                normal.put(
                        field,
                        value.isNumber()
                                ? value.decimalValue().stripTrailingZeros().toPlainString()
                                : value.isContainerNode() ? sortedObject(value) : value.asText());
            }
        }
        return normal;
    }

    private static boolean isDefault(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isBoolean() && !value.asBoolean())
                || (value.isContainerNode() && value.isEmpty())
                || (value.isTextual() && value.asText().isEmpty());
    }

    private static String sortedObject(JsonNode value) {
        return value.properties().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().asText())
                .sorted()
                .toList()
                .toString();
    }

    private static JsonNode sorted(JsonNode numbers) {
        var sorted = JsonNodeFactory.instance.arrayNode();
        StreamSupport.stream(numbers.spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .sorted()
                .forEach(sorted::add);
        return sorted;
    }
}
