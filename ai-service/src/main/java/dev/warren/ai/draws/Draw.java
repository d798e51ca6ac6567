package dev.warren.ai.draws;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.schemas.ids.EventId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Numbers for one event, always the same for the same seed and event: the n-th block is HMAC-SHA256 of the event's id and n under the
 * seed (RFC 2104), its first 8 bytes the number. Who does not know the seed cannot foresee them. Not for use by two threads.
 */
public final class Draw {
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;
    private final EventId event;
    private int drawn;

    /** @param seed recorded, so that the draw can be repeated; not empty */
    public Draw(String seed, EventId event) {
        if (seed.isEmpty()) {
            throw new IllegalArgumentException("seed must not be empty");
        }
        this.event = event;
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(seed.getBytes(UTF_8), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /**
     * The next number, from 0 and below the bound, each as likely as any other: what would make the last ones likelier is drawn anew.
     *
     * @param bound at least 1
     */
    public int below(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound must be at least 1: " + bound);
        }
        long fair = Long.MAX_VALUE - Long.MAX_VALUE % bound;
        long number = next();
        while (number >= fair) {
            number = next();
        }
        return (int) (number % bound);
    }

    private long next() {
        mac.update(event.value().getBytes(UTF_8));
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, drawn++));
        return ByteBuffer.wrap(mac.doFinal()).getLong() & Long.MAX_VALUE;
    }
}
