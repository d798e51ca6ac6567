package dev.warren.eventviewer.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.eventviewer.records.SeenRecord.Place;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * A record in a third of the memory that its texts would take: key, headers and value lie in one array, and become texts again when
 * somebody looks.
 */
record PackedRecord(Place place, Instant timestamp, Instant seenAt, boolean live, byte[] bytes) {
    /** What the objects around the array take, with the entries of an index, by measuring a full heap. */
    private static final int OVERHEAD = 400;

    private static final int NONE = -1;

    static PackedRecord of(SeenRecord record) {
        var key = record.key().getBytes(UTF_8);
        int size = 3 * Integer.BYTES + key.length + record.valueBytes();
        var texts = new byte[record.headers().size() * 2][];
        int next = 0;
        for (var header : record.headers().entrySet()) {
            texts[next++] = header.getKey().getBytes(UTF_8);
            texts[next++] = header.getValue().getBytes(UTF_8);
        }
        for (var text : texts) {
            size += Integer.BYTES + text.length;
        }
        var packed = ByteBuffer.allocate(size);
        put(packed, key);
        packed.putInt(record.headers().size());
        for (var text : texts) {
            put(packed, text);
        }
        record.value().ifPresentOrElse(value -> put(packed, value), () -> packed.putInt(NONE));
        return new PackedRecord(record.place(), record.timestamp(), record.seenAt(), record.live(), packed.array());
    }

    private static void put(ByteBuffer packed, byte[] part) {
        packed.putInt(part.length).put(part);
    }

    SeenRecord unpacked() {
        var packed = ByteBuffer.wrap(bytes);
        var key = text(packed);
        var headers = new LinkedHashMap<String, String>();
        for (int left = packed.getInt(); left > 0; left--) {
            headers.put(text(packed), text(packed));
        }
        int length = packed.getInt();
        Optional<byte[]> value = length == NONE ? Optional.empty() : Optional.of(part(packed, length));
        return new SeenRecord(place, timestamp, key, headers, value, seenAt, live);
    }

    private static String text(ByteBuffer packed) {
        return new String(part(packed, packed.getInt()), UTF_8);
    }

    private static byte[] part(ByteBuffer packed, int length) {
        var part = new byte[length];
        packed.get(part);
        return part;
    }

    /** About how many bytes it takes in memory, with what finds it. */
    int size() {
        return OVERHEAD + bytes.length;
    }
}
