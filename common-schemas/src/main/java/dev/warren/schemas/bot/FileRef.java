package dev.warren.schemas.bot;

import java.util.Optional;

/**
 * A file to attach: its bytes, or where they lie. More than 256 KiB never travel in a record.
 *
 * @param description the alternative text
 * @param bytes in Base64; none when claimed
 * @param claim the key under which the bytes lie in Redis for an hour
 */
public record FileRef(
        String name, String contentType, Optional<String> description, Optional<String> bytes, Optional<String> claim) {
    /** The most bytes that travel in a record; more are claimed. */
    public static final int MAX_BYTES = 256 * 1024;

    public FileRef {
        if (bytes.isPresent() == claim.isPresent()) {
            throw new IllegalArgumentException("a file must have either bytes or a claim: " + name);
        }
        int base64 = bytes.map(String::length).orElse(0);
        if (base64 > (MAX_BYTES + 2) / 3 * 4) {
            throw new IllegalArgumentException("bytes must be at most 256 KiB before Base64: " + base64);
        }
    }
}
