package dev.warren.simulator.validation;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One operation of the document, compiled.
 *
 * @param parameters by name, those of the path and of the query
 * @param json schema of a JSON body
 * @param form schema of the JSON in a form with files
 * @param bodyRequired whether there must be a body
 */
record Operation(
        Map<String, Parameter> parameters, Optional<Schema> json, Optional<Schema> form, boolean bodyRequired) {
    private static final int MAX_ERRORS = 50;

    /** A parameter: what its text is read as, and the schema of that. */
    record Parameter(Schema schema, Kind kind, boolean query, boolean required) {}

    /** What the text of a parameter stands for. */
    enum Kind {
        TEXT,
        INTEGER,
        BOOLEAN
    }

    List<FieldError> check(RequestCheck request, ObjectMapper mapper) {
        var errors = new ArrayList<FieldError>();
        request.path().forEach((name, value) -> check(name, value, errors));
        for (Entry<String, String> parameter : request.query()) {
            check(parameter.getKey(), parameter.getValue(), errors);
        }
        parameters.forEach((name, parameter) -> {
            if (parameter.query()
                    && parameter.required()
                    && request.query().stream()
                            .noneMatch(entry -> entry.getKey().equals(name))) {
                errors.add(new FieldError(List.of(name), "BASE_TYPE_REQUIRED", "This field is required"));
            }
        });
        Optional<Schema> schema = request.multipart() ? form.or(() -> json) : json;
        boolean missing = request.body().isEmpty();
        if (schema.isPresent() && !missing) {
            collect(schema.get(), mapper.readTree(request.body()), List.of(), errors);
        } else if (schema.isPresent() && bodyRequired && !request.method().equals("DELETE")) {
            // Discord reads a missing body as an empty one, and asks for none when something is deleted
            collect(schema.get(), mapper.createObjectNode(), List.of(), errors);
        }
        return errors.subList(0, Math.min(MAX_ERRORS, errors.size()));
    }

    private void check(String name, String value, List<FieldError> errors) {
        Parameter parameter = parameters.get(name);
        if (parameter != null) {
            collect(parameter.schema(), read(parameter.kind(), value), List.of(name), errors);
        }
    }

    private static JsonNode read(Kind kind, String text) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (kind) {
            case TEXT -> nodes.stringNode(text);
            case INTEGER ->
                text.matches("-?\\d{1,18}") ? nodes.numberNode(Long.parseLong(text)) : nodes.stringNode(text);
            case BOOLEAN ->
                switch (text) {
                    case "true", "True", "1" -> nodes.booleanNode(true);
                    case "false", "False", "0" -> nodes.booleanNode(false);
                    default -> nodes.stringNode(text);
                };
        };
    }

    private static void collect(Schema schema, JsonNode node, List<String> prefix, List<FieldError> errors) {
        for (Error error : schema.validate(node)) {
            var path = new ArrayList<>(prefix);
            for (int i = 0; i < error.getInstanceLocation().getNameCount(); i++) {
                path.add(String.valueOf(error.getInstanceLocation().getElement(i)));
            }
            String message = error.getMessage();
            if ("required".equals(error.getKeyword()) && error.getProperty() != null) {
                path.add(error.getProperty());
                message = "This field is required";
            }
            errors.add(new FieldError(path, code(error.getKeyword()), message));
        }
    }

    private static String code(String keyword) {
        return switch (keyword) {
            case "required" -> "BASE_TYPE_REQUIRED";
            case "maxLength" -> "BASE_TYPE_MAX_LENGTH";
            case "minLength" -> "BASE_TYPE_MIN_LENGTH";
            case "maxItems", "minItems" -> "BASE_TYPE_BAD_LENGTH";
            case "enum", "const" -> "BASE_TYPE_CHOICES";
            case "minimum" -> "NUMBER_TYPE_MIN";
            case "maximum" -> "NUMBER_TYPE_MAX";
            case "pattern" -> "STRING_TYPE_REGEX";
            case "oneOf", "anyOf" -> "UNION_TYPE_CHOICES";
            case "uniqueItems" -> "SET_TYPE_ALREADY_CONTAINS_VALUE";
            default -> "BASE_TYPE_INVALID";
        };
    }
}
