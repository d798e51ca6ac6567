package dev.warren.schemas.published;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warren.schemas.event.EventTypes;
import dev.warren.schemas.event.Headers;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topic;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;

/** The AsyncAPI 3 document: topics as channels, payloads as messages, writers as operations. Schemas stand in their own files. */
final class AsyncApi {
    static final String FILE = "asyncapi.json";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEMA_FORMAT = "application/schema+json;version=draft-2020-12";

    private final List<Topic<?>> topics;
    private final Published published;

    AsyncApi(List<Topic<?>> topics, Published published) {
        this.topics = topics;
        this.published = published;
    }

    ObjectNode document() {
        var document = JSON.createObjectNode().put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Warren")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "What the services of Warren say to each other over Kafka: JSON with CloudEvents 1.0 attributes as headers.")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("url", "https://www.apache.org/licenses/LICENSE-2.0.txt");
        document.putObject("servers")
                .putObject("local")
                .put("host", "localhost:9092")
                .put("protocol", "kafka")
                .put("description", "The local stack; elsewhere KAFKA_BOOTSTRAP_SERVERS names it.");
        document.put("defaultContentType", Headers.JSON);
        channels(document.putObject("channels"));
        operations(document.putObject("operations"));
        var components = document.putObject("components");
        messages(components.putObject("messages"));
        headers(components.putObject("schemas").putObject("headers"));
        return document;
    }

    private void channels(ObjectNode channels) {
        for (var topic : topics) {
            var channel = channels.putObject(topic.name())
                    .put("address", topic.name())
                    .put("description", topic.description() + ". Key: " + topic.key() + ".");
            var messages = channel.putObject("messages");
            types(topic)
                    .forEach((type, payload) -> messages.putObject(type).put("$ref", "#/components/messages/" + type));
            var kafka = channel.putObject("bindings")
                    .putObject("kafka")
                    .put("topic", topic.name())
                    .put("partitions", topic.partitions());
            configuration(topic, kafka.putObject("topicConfiguration"));
            kafka.put("bindingVersion", "0.5.0");
            channel.put("x-key", topic.key()).put("x-content", topic.content());
        }
    }

    private static void configuration(Topic<?> topic, ObjectNode configuration) {
        var policy = configuration.putArray("cleanup.policy");
        if (topic.compacted()) {
            policy.add("compact");
        }
        if (!topic.compacted() || topic.retention().isPresent()) {
            policy.add("delete");
            configuration.put(
                    "retention.ms", topic.retention().map(Duration::toMillis).orElse(-1L));
        }
    }

    private void operations(ObjectNode operations) {
        for (var topic : topics) {
            topic.writers().stream().sorted().map(Service::id).forEach(service -> {
                var operation =
                        operations.putObject(service + ".sends." + topic.name()).put("action", "send");
                operation.putObject("channel").put("$ref", "#/channels/" + topic.name());
                operation.putArray("tags").addObject().put("name", service);
            });
        }
    }

    private void messages(ObjectNode messages) {
        var all = new TreeMap<String, Class<?>>();
        topics.forEach(topic -> all.putAll(types(topic)));
        all.forEach((type, payload) -> {
            var message = messages.putObject(type)
                    .put("name", type)
                    .put("title", payload.getSimpleName())
                    .put("contentType", Headers.JSON);
            message.putObject("headers").put("$ref", "#/components/schemas/headers");
            message.putObject("payload")
                    .put("schemaFormat", SCHEMA_FORMAT)
                    .putObject("schema")
                    .put("$ref", "./schemas/" + type + "/" + newest(type) + ".json");
        });
    }

    private static void headers(ObjectNode headers) {
        headers.put("type", "object");
        var properties = headers.putObject("properties");
        header(properties, Headers.SPEC_VERSION, "CloudEvents version").put("const", "1.0");
        header(properties, Headers.ID, "The same for every copy of the event, unique over all topics");
        header(properties, Headers.SOURCE, "Who says so, such as /gateway/0");
        header(properties, Headers.TYPE, "The message's name");
        header(properties, Headers.TIME, "When it happened").put("format", "date-time");
        header(properties, Headers.SUBJECT, "Whom or what it is about; the record's key");
        header(properties, Headers.CORRELATION_ID, "The first event of the chain");
        header(properties, Headers.CAUSATION_ID, "The event that made this one");
        header(properties, Headers.SERVICE, "The service that what a member asked is for");
        header(properties, Headers.RETRIED_AT, "When it came back from the dead letters")
                .put("format", "date-time");
        header(properties, Headers.REPLAY_ID, "Stamped on what a replay emits");
        header(properties, Headers.TRACE_PARENT, "W3C trace context");
        header(properties, Headers.CONTENT_TYPE, "Of the value").put("const", Headers.JSON);
        var required = headers.putArray("required");
        List.of(
                        Headers.SPEC_VERSION,
                        Headers.ID,
                        Headers.SOURCE,
                        Headers.TYPE,
                        Headers.TIME,
                        Headers.SUBJECT,
                        Headers.CORRELATION_ID,
                        Headers.CONTENT_TYPE)
                .forEach(required::add);
    }

    private static ObjectNode header(ObjectNode properties, String name, String description) {
        return properties.putObject(name).put("type", "string").put("description", description);
    }

    private int newest(String type) {
        return published.revisions(type).lastKey();
    }

    private static TreeMap<String, Class<?>> types(Topic<?> topic) {
        return new TreeMap<>(EventTypes.of(topic.payload()).members());
    }
}
