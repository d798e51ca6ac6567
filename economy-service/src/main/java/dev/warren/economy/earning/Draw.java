package dev.warren.economy.earning;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.economy.ledger.Hash;
import dev.warren.schemas.ids.EventId;

/**
 * Draws by the first 64 bits of the SHA-256 of an event's id, so that a redelivery or a rebuild draws the same: {@code minimum + floor(h
 * · n / 2^64)} with n numbers in the range.
 */
final class Draw {
    private Draw() {}

    /**
     * A number between the two, both inclusive.
     *
     * @param what another for each thing that is drawn for one event
     */
    static long between(long minimum, long maximum, EventId event, String what) {
        var hash = Hash.of((event.value() + "/" + what).getBytes(UTF_8)).hex();
        long bits = Long.parseUnsignedLong(hash.substring(0, 16), 16);
        return minimum + Math.unsignedMultiplyHigh(bits, maximum - minimum + 1);
    }
}
