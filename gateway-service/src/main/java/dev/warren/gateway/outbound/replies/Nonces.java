package dev.warren.gateway.outbound.replies;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.schemas.ids.EventId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Short names of replies that are the same for every copy. */
final class Nonces {
    /** 18 bytes make 24 characters; Discord takes 25. */
    private static final int BYTES = 18;

    private Nonces() {}

    /**
     * The nonce of one message of a reply.
     *
     * @param what tells messages of one reply apart
     */
    static String of(EventId reply, String what) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest((reply.value() + "\n" + what).getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
