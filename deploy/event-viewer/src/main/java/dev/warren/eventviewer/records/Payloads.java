package dev.warren.eventviewer.records;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.warren.schemas.event.EventTypes;
import dev.warren.schemas.event.WireJson;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** What records say, read as the words of common-schemas or as plain JSON. Safe for all threads. */
public final class Payloads {
    private final ObjectMapper mapper = WireJson.mapper();
    private final Map<String, EventTypes<?>> types =
            Topics.all().stream().collect(toMap(Topic::name, topic -> EventTypes.of(topic.payload())));
    private final Map<String, Topic<?>> topics = Topics.all().stream().collect(toMap(Topic::name, identity()));

    /** Warren's topic of that name. */
    public Optional<Topic<?>> topic(String name) {
        return Optional.ofNullable(topics.get(name));
    }

    /** The payload; none for a tombstone, a type of the future, or what cannot be read. */
    public Optional<Object> read(SeenRecord record) {
        var known = Optional.ofNullable(types.get(record.place().topic())).flatMap(found -> found.find(record.type()));
        if (known.isEmpty() || record.value().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(mapper.readValue(record.value().get(), known.get()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The value as a tree; a missing node where it is no JSON. */
    public JsonNode tree(SeenRecord record) {
        try {
            return record.value().isEmpty()
                    ? MissingNode.getInstance()
                    : mapper.readTree(record.value().get());
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
