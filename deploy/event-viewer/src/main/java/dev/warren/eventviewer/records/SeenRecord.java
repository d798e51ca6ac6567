package dev.warren.eventviewer.records;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.warren.schemas.event.Headers;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record as it lies in its topic, and when the viewer saw it.
 *
 * @param place where it lies
 * @param timestamp the record's own; Warren's producers write the event's time there
 * @param key empty for none
 * @param headers as text, in their order
 * @param value none for a tombstone
 * @param seenAt when the viewer got it
 * @param live whether it was written while the viewer read, so that {@code seenAt} tells when it was written, to some milliseconds
 */
public record SeenRecord(
        Place place,
        Instant timestamp,
        String key,
        Map<String, String> headers,
        Optional<byte[]> value,
        Instant seenAt,
        boolean live) {
    /** Where a record lies. */
    public record Place(String topic, int partition, long offset) {
        public Place {
            requireNonNull(topic, "topic");
        }

        @Override
        public String toString() {
            return topic + "/" + partition + "/" + offset;
        }
    }

    public SeenRecord {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** The record that a consumer gave. */
    public static SeenRecord of(ConsumerRecord<byte[], byte[]> record, Instant seenAt, boolean live) {
        var headers = new LinkedHashMap<String, String>();
        record.headers()
                .forEach(header -> headers.put(
                        header.key().intern(), header.value() == null ? "" : new String(header.value(), UTF_8)));
        return new SeenRecord(
                new Place(record.topic(), record.partition(), record.offset()),
                Instant.ofEpochMilli(record.timestamp()),
                record.key() == null ? "" : new String(record.key(), UTF_8),
                headers,
                Optional.ofNullable(record.value()),
                seenAt,
                live);
    }

    /** A header's text; empty where there is none. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** The event's wire name. */
    public String type() {
        return header(Headers.TYPE);
    }

    public String eventId() {
        return header(Headers.ID);
    }

    public String correlationId() {
        return header(Headers.CORRELATION_ID);
    }

    public String causationId() {
        return header(Headers.CAUSATION_ID);
    }

    /** When it happened, as the event says; else the record's timestamp. */
    public Instant eventTime() {
        try {
            return Instant.parse(header(Headers.TIME));
        } catch (DateTimeParseException e) {
            return timestamp;
        }
    }

    /** The trace that it belongs to, if it carries one. */
    public Optional<String> traceId() {
        var parts = header(Headers.TRACE_PARENT).split("-");
        return parts.length == 4 ? Optional.of(parts[1]) : Optional.empty();
    }

    /** The value's bytes. */
    public int valueBytes() {
        return value.map(bytes -> bytes.length).orElse(0);
    }
}
