package dev.warren.runtime.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.schemas.event.Headers;
import dev.warren.schemas.event.WireJson;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** What came of an event, as it stands in the database: the records, word for word, so that they can be sent again. */
public final class RecordedOutcome {
    private static final Set<String> CONTENT =
            Topics.all().stream().filter(Topic::content).map(Topic::name).collect(Collectors.toUnmodifiableSet());

    private static final TypeReference<List<Sent>> SENT = new TypeReference<>() {};

    private final ObjectMapper mapper = WireJson.mapper();

    /** A record; without value when its content has had its time. Headers are text, as all of Warren's are. */
    record Sent(String topic, String key, long timestamp, Map<String, String> headers, Optional<String> value) {
        Sent blanked() {
            return CONTENT.contains(topic) ? new Sent(topic, key, timestamp, headers, Optional.empty()) : this;
        }
    }

    /** Whether one of the records carries content. */
    static boolean hasContent(List<ProducerRecord<String, byte[]>> records) {
        return records.stream().anyMatch(record -> CONTENT.contains(record.topic()));
    }

    /** The same outcome without content: the ids stay. */
    String blank(String outcome) {
        return write(parse(outcome).stream().map(Sent::blanked));
    }

    public String write(List<ProducerRecord<String, byte[]>> records) {
        return write(records.stream().map(RecordedOutcome::sent));
    }

    private String write(Stream<Sent> records) {
        try {
            return mapper.writeValueAsString(records.toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an outcome cannot be written", e);
        }
    }

    /** The records to send again; those that were blanked are past their time. */
    public List<ProducerRecord<String, byte[]>> read(String outcome) {
        return parse(outcome).stream()
                .flatMap(sent -> sent.value().map(value -> toRecord(sent, value)).stream())
                .toList();
    }

    private List<Sent> parse(String outcome) {
        try {
            return mapper.readValue(outcome, SENT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a recorded outcome cannot be read", e);
        }
    }

    private static Sent sent(ProducerRecord<String, byte[]> record) {
        var headers = new LinkedHashMap<String, String>();
        for (Header header : record.headers()) {
            if (!header.key().equals(Headers.REPLAY_ID)) {
                headers.put(header.key(), new String(header.value(), UTF_8));
            }
        }
        return new Sent(
                record.topic(),
                record.key(),
                record.timestamp(),
                headers,
                Optional.of(new String(record.value(), UTF_8)));
    }

    private static ProducerRecord<String, byte[]> toRecord(Sent sent, String value) {
        var record = new ProducerRecord<>(sent.topic(), null, sent.timestamp(), sent.key(), value.getBytes(UTF_8));
        sent.headers().forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        return record;
    }
}
