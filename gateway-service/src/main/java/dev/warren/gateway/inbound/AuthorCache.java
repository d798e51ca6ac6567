package dev.warren.gateway.inbound;

import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.UserId;
import java.util.Optional;

/**
 * Who wrote which message, because Discord does not say it of a deleted one. It has a fixed number of places; a newer message takes the
 * place of an older one, so an answer is right but may be missing. Safe for all threads.
 */
public final class AuthorCache {
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    private final long[] messages;
    private final long[] authors;
    private final int shift;

    /** @param places rounded up to a power of two; 16 bytes each */
    public AuthorCache(int places) {
        if (places < 2) {
            throw new IllegalArgumentException("places must be at least 2: " + places);
        }
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(places - 1);
        messages = new long[1 << bits];
        authors = new long[1 << bits];
        shift = Long.SIZE - bits;
    }

    /** Notes it. */
    public synchronized void wrote(MessageId message, UserId author) {
        int place = place(message);
        messages[place] = message.value();
        authors[place] = author.value();
    }

    /** None for a message that was not seen, or long ago. */
    public synchronized Optional<UserId> authorOf(MessageId message) {
        int place = place(message);
        return messages[place] == message.value() ? Optional.of(new UserId(authors[place])) : Optional.empty();
    }

    private int place(MessageId message) {
        return (int) ((message.value() * MIX) >>> shift);
    }
}
