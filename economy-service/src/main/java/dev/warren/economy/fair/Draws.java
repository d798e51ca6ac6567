package dev.warren.economy.fair;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The draws of one game. The first four are made of {@code HMAC-SHA256(server seed, message)}, where the message is {@code
 * member-seed:nonce}; the next four of {@code member-seed:nonce:1}, and so on. The 64 hexadecimal digits of each are cut into four
 * numbers h of 16 digits, and a draw below n is {@code floor(h · n / 2^64)}. Each number is as likely as any other, but for less than n in
 * 2^64.
 *
 * <p>By hand: {@code printf %s ada:0 | openssl dgst -sha256 -hmac SEED}.
 *
 * @param message of the first block
 */
public record Draws(Seed seed, String message) implements Chance {
    private static final int PER_BLOCK = 4;
    private static final int DIGITS = 16;
    private static final String ALGORITHM = "HmacSHA256";

    /** @param memberSeed without colons, so that no two messages are the same */
    public static Draws of(Seed seed, String memberSeed, long nonce) {
        return new Draws(seed, memberSeed + ":" + nonce);
    }

    @Override
    public long draw(int place, long bound) {
        if (place < 0 || bound < 1) {
            throw new IllegalArgumentException("place must not be negative, bound at least 1: " + place + ", " + bound);
        }
        int from = place % PER_BLOCK * DIGITS;
        long bits = Long.parseUnsignedLong(block(place / PER_BLOCK).substring(from, from + DIGITS), 16);
        return Math.unsignedMultiplyHigh(bits, bound);
    }

    /** The digits of a block, counted from 0. */
    public String block(int number) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(seed.text().getBytes(US_ASCII), ALGORITHM));
            var text = number == 0 ? message : message + ":" + number;
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
