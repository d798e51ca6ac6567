package dev.warren.schemas.published;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.economy.AccountId;
import dev.warren.schemas.event.EventTypes;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.Snowflake;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schemas (draft 2020-12) made from the records. They say what {@code WireJson} does: ids are strings; an {@code Optional}, a
 * {@code List} or a {@code Map} may be missing, all else is required; properties that a schema does not name are allowed.
 */
final class WireSchemas {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DURATION = "^-?P(\\d+D)?(T(-?\\d+H)?(-?\\d+M)?(-?\\d+(\\.\\d+)?S)?)?$";

    private final SchemaGenerator generator;

    WireSchemas() {
        var config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonSchemaModule())
                .with(Option.DEFINITIONS_FOR_ALL_OBJECTS, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
                .with(Option.PLAIN_DEFINITION_KEYS)
                .without(Option.FLATTENED_ENUMS, Option.FLATTENED_OPTIONALS);
        config.forFields().withRequiredCheck(WireSchemas::isRequired);
        config.forFields().withTargetTypeOverridesResolver(WireSchemas::valueOfOptional);
        config.forTypesInGeneral().withCustomDefinitionProvider(WireSchemas::leaf);
        generator = new SchemaGenerator(config.build());
    }

    /** The schema of one payload, or of any record that travels in one. */
    JsonNode of(Class<?> payload) {
        try {
            var schema =
                    (ObjectNode) JSON.readTree(generator.generateSchema(payload).toString());
            return schema.put("title", EventTypes.nameOf(payload));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a generated schema must be JSON: " + payload.getName(), e);
        }
    }

    private static boolean isRequired(FieldScope field) {
        var declared = field.getDeclaredType() == null ? field.getType() : field.getDeclaredType();
        return !field.isFakeContainerItemScope()
                && !declared.isInstanceOf(Optional.class)
                && !declared.isInstanceOf(Collection.class)
                && !declared.isInstanceOf(Map.class);
    }

    private static @Nullable List<ResolvedType> valueOfOptional(FieldScope field) {
        return field.getType() != null && field.getType().isInstanceOf(Optional.class)
                ? List.of(field.getType().getTypeParameters().getFirst())
                : null;
    }

    private static @Nullable CustomDefinition leaf(ResolvedType type, SchemaGenerationContext context) {
        var erased = type.getErasedType();
        var schema = context.getGeneratorConfig().createObjectNode();
        if (Snowflake.class.isAssignableFrom(erased) || erased.equals(AccountId.class)) {
            schema.put("type", "string").put("pattern", "^[1-9][0-9]{0,18}$");
        } else if (erased.equals(EventId.class)) {
            schema.put("type", "string").put("minLength", 1).put("maxLength", EventId.MAX_LENGTH);
        } else if (erased.equals(Permissions.class)) {
            schema.put("type", "string").put("pattern", "^[0-9]+$");
        } else if (erased.equals(Instant.class)) {
            schema.put("type", "string").put("format", "date-time");
        } else if (erased.equals(Duration.class)) {
            schema.put("type", "string").put("pattern", DURATION);
        } else if (erased.isEnum()) {
            schema.put("type", "string");
            // A reader has a stand-in for what it does not know, so the constants are no rule.
            var list = schema.putArray(isOpen(erased) ? "examples" : "enum");
            Arrays.stream(erased.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .forEach(list::add);
        } else if (erased.equals(Optional.class)) {
            return optional(type, context);
        } else {
            return null;
        }
        return new CustomDefinition(schema, DefinitionType.INLINE, AttributeInclusion.YES);
    }

    /** An empty Optional as the value of a map is null; as a property it is left out, which the fields' own rule handles. */
    private static CustomDefinition optional(ResolvedType type, SchemaGenerationContext context) {
        var value = context.createDefinition(type.getTypeParameters().getFirst());
        var schema = context.getGeneratorConfig().createObjectNode();
        schema.putArray("anyOf")
                .add(value)
                .add(context.getGeneratorConfig().createObjectNode().put("type", "null"));
        return new CustomDefinition(schema, DefinitionType.INLINE, AttributeInclusion.YES);
    }

    private static boolean isOpen(Class<?> type) {
        return Arrays.stream(type.getFields())
                .anyMatch(constant -> constant.isAnnotationPresent(JsonEnumDefaultValue.class));
    }
}
