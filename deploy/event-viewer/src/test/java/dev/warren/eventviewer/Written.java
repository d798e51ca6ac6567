package dev.warren.eventviewer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.event.EventTypes;
import dev.warren.schemas.event.Headers;
import dev.warren.schemas.event.WireJson;
import dev.warren.schemas.topics.Topic;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes events as services do: CloudEvents in binary mode. */
public final class Written implements AutoCloseable {
    private final ObjectMapper mapper = WireJson.mapper();
    private final KafkaProducer<String, byte[]> producer;

    public Written(String bootstrapServers) {
        producer = new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class));
    }

    /** Writes it and waits for the broker. */
    public <P> RecordMetadata write(Topic<P> topic, Event<? extends P> event) {
        return write(topic, event, Optional.empty());
    }

    /** Writes it under a trace. */
    public <P> RecordMetadata write(Topic<P> topic, Event<? extends P> event, Optional<String> traceParent) {
        try {
            return producer.send(record(topic, event, traceParent)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker did not take it", e);
        }
    }

    /** The record of an event. */
    public <P> ProducerRecord<String, byte[]> record(
            Topic<P> topic, Event<? extends P> event, Optional<String> traceParent) {
        try {
            var record = new ProducerRecord<>(
                    topic.name(),
                    null,
                    event.time().toEpochMilli(),
                    event.subject(),
                    mapper.writeValueAsBytes(event.payload()));
            header(record, Headers.SPEC_VERSION, "1.0");
            header(record, Headers.ID, event.id().value());
            header(record, Headers.SOURCE, event.source());
            header(record, Headers.TYPE, EventTypes.nameOf(event.payload().getClass()));
            header(record, Headers.TIME, event.time().toString());
            header(record, Headers.SUBJECT, event.subject());
            header(record, Headers.CORRELATION_ID, event.correlationId().value());
            event.causationId().ifPresent(cause -> header(record, Headers.CAUSATION_ID, cause.value()));
            header(record, Headers.CONTENT_TYPE, Headers.JSON);
            traceParent.ifPresent(trace -> header(record, Headers.TRACE_PARENT, trace));
            return record;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a payload must be writable", e);
        }
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }
}
