package dev.warren.runtime.trouble;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.schemas.ids.EventId;
import java.util.zip.CRC32C;

/** Short ids by which a member can tell an operator which failure they met. */
public final class Incidents {
    private Incidents() {}

    /** Eight hexadecimal digits from the event's id: the same for every try. */
    public static String id(EventId event) {
        var sum = new CRC32C();
        sum.update(event.value().getBytes(UTF_8));
        return "%08x".formatted(sum.getValue());
    }
}
