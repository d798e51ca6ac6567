package dev.warren.benchmarks.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.schemas.event.Headers;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The ids of events, without reading more of their records. */
final class EventIds {
    private EventIds() {}

    /** Empty for what is no event. */
    static Optional<String> of(ConsumerRecord<String, byte[]> record) {
        return Optional.ofNullable(record.headers().lastHeader(Headers.ID)).map(id -> new String(id.value(), UTF_8));
    }
}
