package dev.warren.runtime.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.schemas.event.Headers;
import dev.warren.schemas.event.WireJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** What came of an event, as it stands in the database: the records, word for word, so that they can be sent again. */
public final class RecordedOutcome {
    /** What is left of an outcome whose content has had its time. */
    static final String BLANKED = "";

    private static final TypeReference<List<Sent>> SENT = new TypeReference<>() {};

    private final ObjectMapper mapper = WireJson.mapper();

    /** A record. Headers are text, as all of Warren's are. */
    record Sent(String topic, String key, long timestamp, Map<String, String> headers, String value) {}

    public String write(List<ProducerRecord<String, byte[]>> records) {
        try {
            return mapper.writeValueAsString(
                    records.stream().map(RecordedOutcome::sent).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an outcome cannot be written", e);
        }
    }

    public List<ProducerRecord<String, byte[]>> read(String outcome) {
        if (outcome.isEmpty()) {
            return List.of();
        }
        try {
            return mapper.readValue(outcome, SENT).stream()
                    .map(RecordedOutcome::toRecord)
                    .toList();
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
        return new Sent(record.topic(), record.key(), record.timestamp(), headers, new String(record.value(), UTF_8));
    }

    private static ProducerRecord<String, byte[]> toRecord(Sent sent) {
        var record = new ProducerRecord<>(
                sent.topic(), null, sent.timestamp(), sent.key(), sent.value().getBytes(UTF_8));
        sent.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }
}
