package dev.warren.simulator.validation;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Discord's OpenAPI document. It is read in the background, and each operation is compiled when it is first asked for; small
 * requests are then checked where they arrive, large ones in the background.
 */
public final class DiscordDocument implements RequestChecks {
    private static final String ADDRESS = "https://discord.com/openapi.json";
    private static final int LARGE = 4_000;
    /** Discord takes these as numbers and as text, and sends text; the document speaks of numbers only. */
    private static final Set<String> NUMBERS_AS_TEXT =
            Set.of("permissions", "default_member_permissions", "allow", "deny");

    private final WorkerExecutor worker;
    private final ObjectMapper mapper = JsonMapper.shared();
    private final Future<Compiler> compiler;
    private final Map<String, Optional<Operation>> operations = new ConcurrentHashMap<>();

    private record Compiler(JsonNode document, SchemaRegistry registry) {}

    /** Starts to read the document. */
    public DiscordDocument(Vertx vertx, Path file) {
        worker = vertx.createSharedWorkerExecutor("discord-document", 1);
        compiler = worker.executeBlocking(() -> load(file), false);
    }

    @Override
    public boolean active() {
        return true;
    }

    @Override
    public Future<List<FieldError>> check(RequestCheck request) {
        Optional<Operation> known = operations.get(request.operation());
        if (known == null) {
            return compiler.compose(ready -> worker.executeBlocking(
                    () -> check(
                            operations.computeIfAbsent(request.operation(), any -> compile(ready, request)), request),
                    false));
        }
        return request.body().length() > LARGE
                ? worker.executeBlocking(() -> check(known, request), false)
                : Future.succeededFuture(check(known, request));
    }

    private List<FieldError> check(Optional<Operation> operation, RequestCheck request) {
        return operation.map(known -> known.check(request, mapper)).orElse(List.of());
    }

    private Compiler load(Path file) {
        try {
            JsonNode document = mapper.readTree(Files.readString(file));
            loosen(document);
            // Discord's own examples number new attachments with plain numbers, and it reads any id so
            if (document.path("components").path("schemas").path("SnowflakeType") instanceof ObjectNode snowflake) {
                snowflake.set("type", snowflake.arrayNode().add("string").add("integer"));
            }
            String text = mapper.writeValueAsString(document);
            return new Compiler(
                    document,
                    SchemaRegistry.withDefaultDialect(
                            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(ADDRESS, text))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void loosen(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("x-discord-union");
            constantsToEnum(object);
            for (String name : NUMBERS_AS_TEXT) {
                if (object.path("properties").path(name) instanceof ObjectNode property
                        && property.path("type").toString().contains("integer")) {
                    property.set(
                            "type",
                            property.arrayNode().add("integer").add("string").add("null"));
                }
            }
        }
        node.forEach(DiscordDocument::loosen);
    }

    /** Turns a union of constants into the enum that it is: the same values, at a fraction of the cost. */
    private static void constantsToEnum(ObjectNode object) {
        JsonNode union = object.path("oneOf");
        if (union.isEmpty() || !union.valueStream().allMatch(each -> each.has("const"))) {
            return;
        }
        var values = object.arrayNode();
        union.forEach(each -> values.add(each.path("const")));
        object.remove("oneOf");
        object.set("enum", values);
    }

    private Optional<Operation> compile(Compiler ready, RequestCheck request) {
        JsonNode path = ready.document().path("paths").path(request.template());
        JsonNode operation = path.path(request.method().toLowerCase(Locale.ROOT));
        if (operation.isMissingNode()) {
            return Optional.empty();
        }
        Map<String, Operation.Parameter> parameters = new HashMap<>();
        for (JsonNode list : List.of(path.path("parameters"), operation.path("parameters"))) {
            for (JsonNode parameter : list) {
                parameters.put(
                        parameter.path("name").stringValue(),
                        new Operation.Parameter(
                                schema(ready, parameter.path("schema")),
                                kind(ready, parameter.path("schema")),
                                parameter.path("in").stringValue("").equals("query"),
                                parameter.path("required").booleanValue(false)));
            }
        }
        JsonNode body = operation.path("requestBody");
        JsonNode content = body.path("content");
        return Optional.of(new Operation(
                parameters,
                bodySchema(ready, content.path("application/json")),
                bodySchema(ready, content.path("multipart/form-data")),
                body.path("required").booleanValue(false)));
    }

    private Optional<Schema> bodySchema(Compiler ready, JsonNode media) {
        return media.has("schema") ? Optional.of(schema(ready, media.path("schema"))) : Optional.empty();
    }

    private Schema schema(Compiler ready, JsonNode node) {
        String text = mapper.writeValueAsString(node).replace("\"#/components/", "\"" + ADDRESS + "#/components/");
        return ready.registry()
                .getSchema(
                        SchemaLocation.of("urn:warren:" + Integer.toHexString(text.hashCode())), mapper.readTree(text));
    }

    private static Operation.Kind kind(Compiler ready, JsonNode schema) {
        JsonNode resolved = schema;
        String reference = schema.path("$ref").stringValue("");
        if (!reference.isEmpty()) {
            resolved = ready.document().at(reference.substring(1));
        }
        String type = resolved.path("type").toString();
        if (type.contains("integer") || type.contains("number")) {
            return Operation.Kind.INTEGER;
        }
        return type.contains("boolean") ? Operation.Kind.BOOLEAN : Operation.Kind.TEXT;
    }
}
