package dev.warren.gateway.outbound.sending;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.runtime.events.EventCodec;
import dev.warren.runtime.events.Received;
import dev.warren.schemas.topics.Topic;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * A record that waits, as its bytes alone, and is read again when its turn comes. Read, with its headers as objects, it takes four times
 * as much, and what waits grows old: a heap full of it is collected as a whole.
 */
public final class Kept<P> {
    private static final int LENGTH = Integer.BYTES;
    private static final int NONE = -1;

    private final EventCodec codec;
    private final Topic<P> topic;
    private final int partition;
    private final long offset;
    private final long timestamp;
    private final byte[] bytes;

    /** Keeps a record that {@code codec} could read. */
    Kept(EventCodec codec, Topic<P> topic, ConsumerRecord<String, byte[]> record) {
        this.codec = codec;
        this.topic = topic;
        this.partition = record.partition();
        this.offset = record.offset();
        this.timestamp = record.timestamp();
        this.bytes = pack(record);
    }

    /** What it says. */
    public Received<P> read() {
        return codec.decode(topic, record());
    }

    ConsumerRecord<String, byte[]> record() {
        var packed = ByteBuffer.wrap(bytes);
        var key = text(packed);
        var value = next(packed);
        var headers = new RecordHeaders();
        while (packed.hasRemaining()) {
            headers.add(text(packed).orElse(""), next(packed).orElse(null));
        }
        return new ConsumerRecord<>(
                topic.name(),
                partition,
                offset,
                timestamp,
                TimestampType.CREATE_TIME,
                NONE,
                NONE,
                key.orElse(null),
                value.orElse(null),
                headers,
                Optional.empty());
    }

    private static byte[] pack(ConsumerRecord<String, byte[]> record) {
        var key = record.key() == null ? null : record.key().getBytes(UTF_8);
        int size = size(key) + size(record.value());
        for (Header header : record.headers()) {
            size += size(header.key().getBytes(UTF_8)) + size(header.value());
        }
        var packed = ByteBuffer.allocate(size);
        put(packed, key);
        put(packed, record.value());
        for (Header header : record.headers()) {
            put(packed, header.key().getBytes(UTF_8));
            put(packed, header.value());
        }
        return packed.array();
    }

    private static int size(byte @Nullable [] part) {
        return LENGTH + (part == null ? 0 : part.length);
    }

    private static void put(ByteBuffer packed, byte @Nullable [] part) {
        packed.putInt(part == null ? NONE : part.length);
        if (part != null) {
            packed.put(part);
        }
    }

    private static Optional<String> text(ByteBuffer packed) {
        return next(packed).map(part -> new String(part, UTF_8));
    }

    private static Optional<byte[]> next(ByteBuffer packed) {
        int length = packed.getInt();
        if (length == NONE) {
            return Optional.empty();
        }
        var part = new byte[length];
        packed.get(part);
        return Optional.of(part);
    }
}
