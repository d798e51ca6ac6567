package dev.warren.economy.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256.
 *
 * @param hex 64 hexadecimal digits, lower case
 */
public record Hash(String hex) {
    /** What stands before the first block. */
    public static final Hash ZERO = new Hash("0".repeat(64));

    public Hash {
        if (hex.length() != 64 || !isHexadecimal(hex)) {
            throw new IllegalArgumentException("hash must be 64 hexadecimal digits: " + hex);
        }
    }

    /** A loop, since there are two hashes for each coin that moves. */
    private static boolean isHexadecimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    /** The hash of these bytes. */
    public static Hash of(byte[] bytes) {
        try {
            return new Hash(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
