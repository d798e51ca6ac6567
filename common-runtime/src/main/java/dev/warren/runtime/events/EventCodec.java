package dev.warren.runtime.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.event.EventTypes;
import dev.warren.schemas.event.Headers;
import dev.warren.schemas.event.WireJson;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.topics.Topic;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Events to records and back: CloudEvents 1.0 in binary mode, the payload as JSON. Safe for all threads. */
public final class EventCodec {
    private static final byte[] SPEC_VERSION = "1.0".getBytes(UTF_8);
    private static final byte[] JSON = Headers.JSON.getBytes(UTF_8);

    private final ObjectMapper mapper = WireJson.mapper();
    private final Map<Class<?>, EventTypes<?>> types = new ConcurrentHashMap<>();
    private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();
    private final Map<Class<?>, byte[]> names = new ConcurrentHashMap<>();
    /** The record of an event; the key is the event's subject. */
    public ProducerRecord<String, byte[]> encode(Outgoing<?> outgoing, Optional<String> traceParent) {
        var event = outgoing.event();
        var sent = new ProducerRecord<>(
                outgoing.topic().name(), null, event.time().toEpochMilli(), event.subject(), payload(event.payload()));
        var headers = sent.headers();
        headers.add(Headers.SPEC_VERSION, SPEC_VERSION);
        headers.add(Headers.ID, event.id().value().getBytes(UTF_8));
        headers.add(Headers.SOURCE, event.source().getBytes(UTF_8));
        headers.add(
                Headers.TYPE,
                names.computeIfAbsent(
                        event.payload().getClass(),
                        type -> EventTypes.nameOf(type).getBytes(UTF_8)));
        headers.add(Headers.TIME, event.time().toString().getBytes(UTF_8));
        headers.add(Headers.SUBJECT, event.subject().getBytes(UTF_8));
        headers.add(Headers.CORRELATION_ID, event.correlationId().value().getBytes(UTF_8));
        event.causationId()
                .ifPresent(
                        cause -> headers.add(Headers.CAUSATION_ID, cause.value().getBytes(UTF_8)));
        headers.add(Headers.CONTENT_TYPE, JSON);
        Addressee.of(event.payload()).ifPresent(service -> headers.add(Headers.SERVICE, service.getBytes(UTF_8)));
        traceParent.ifPresent(trace -> headers.add(Headers.TRACE_PARENT, trace.getBytes(UTF_8)));
        return sent;
    }

    /**
     * The event of a record; a type of the future becomes the topic's Unknown.
     *
     * @throws UnreadableRecord when it is malformed or not Warren's
     */
    public <P> Received<P> decode(Topic<P> topic, ConsumerRecord<String, byte[]> record) {
        try {
            var headers = Attributes.of(record);
            var type = headers.required(Headers.TYPE);
            var event = new Event<>(
                    EventId.of(headers.required(Headers.ID)),
                    headers.required(Headers.SOURCE),
                    WireJson.time(headers.required(Headers.TIME)),
                    headers.optional(Headers.SUBJECT).orElse(record.key() == null ? "" : record.key()),
                    EventId.of(headers.required(Headers.CORRELATION_ID)),
                    headers.optional(Headers.CAUSATION_ID).map(EventId::of),
                    read(topic, type, record.value()));
            return new Received<>(
                    event,
                    headers.optional(Headers.RETRIED_AT).map(Instant::parse),
                    headers.optional(Headers.TRACE_PARENT),
                    new Received.Position(record.topic(), record.partition(), record.offset()));
        } catch (IllegalArgumentException | DateTimeException | IOException e) {
            throw new UnreadableRecord(String.valueOf(e.getMessage()), e);
        }
    }

    /** The wire name of a record's payload, without reading it: to pass over what does not concern. */
    public static Optional<String> typeOf(ConsumerRecord<String, byte[]> record) {
        var found = record.headers().lastHeader(Headers.TYPE);
        return found == null || found.value() == null
                ? Optional.empty()
                : Optional.of(new String(found.value(), UTF_8));
    }

    /** Whether a replay made it. */
    public static boolean isReplayed(ConsumerRecord<String, byte[]> record) {
        return record.headers().lastHeader(Headers.REPLAY_ID) != null;
    }

    private byte[] payload(Object payload) {
        try {
            return mapper.writeValueAsBytes(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "payload cannot be written: " + payload.getClass().getName(), e);
        }
    }

    private <P> P read(Topic<P> topic, String type, byte @Nullable [] value) throws IOException {
        if (value == null) {
            throw new UnreadableRecord("value must not be empty");
        }
        var known = typesOf(topic);
        var payload = known.find(type);
        if (payload.isEmpty()) {
            return known.unknown(type);
        }
        P read = readers.computeIfAbsent(payload.get(), mapper::readerFor).readValue(value);
        if (read == null) {
            throw new UnreadableRecord("value must be an object: null");
        }
        return read;
    }

    @SuppressWarnings("unchecked") // the map holds under each class the types of that class
    private <P> EventTypes<P> typesOf(Topic<P> topic) {
        return (EventTypes<P>) types.computeIfAbsent(topic.payload(), EventTypes::of);
    }

    /** The headers of a record, read once: looking up each by name goes through all of them each time. */
    private record Attributes(Map<String, byte[]> values) {
        static Attributes of(ConsumerRecord<String, byte[]> record) {
            var values = new HashMap<String, byte[]>();
            for (var header : record.headers()) {
                values.put(header.key(), header.value());
            }
            return new Attributes(values);
        }

        String required(String header) {
            return optional(header).orElseThrow(() -> new UnreadableRecord("header must be there: " + header));
        }

        Optional<String> optional(String header) {
            return Optional.ofNullable(values.get(header)).map(value -> new String(value, UTF_8));
        }
    }
}
