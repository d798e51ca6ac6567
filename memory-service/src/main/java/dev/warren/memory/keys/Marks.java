package dev.warren.memory.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.schemas.ids.UserId;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Names members so that only who has the keys' database can tell who is meant: HMAC-SHA-256 of the id, of which 128 bits. */
final class Marks {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    private final Mac mac;

    /** Not safe for threads. */
    Marks(byte[] key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    String of(UserId user) {
        var hash = mac.doFinal(user.toString().getBytes(UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
    }
}
