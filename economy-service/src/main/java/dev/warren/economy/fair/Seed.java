package dev.warren.economy.fair;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.warren.economy.ledger.Hash;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * A secret of the server's, told when it is used no more.
 *
 * @param text 64 hexadecimal digits; this text, and not the bytes it stands for, is what is hashed and what is the key
 */
public record Seed(String text) {
    private static final int BYTES = 32;

    public Seed {
        if (!text.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("seed must be 64 hexadecimal digits: " + text.length() + " characters");
        }
    }

    public static Seed of(RandomGenerator random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Seed(HexFormat.of().formatHex(bytes));
    }

    /** SHA-256 of the text, in hexadecimal: what is told before. */
    public String hash() {
        return Hash.of(text.getBytes(US_ASCII)).hex();
    }

    /** No log line may tell it. */
    @Override
    public String toString() {
        return "Seed[" + hash() + "]";
    }
}
