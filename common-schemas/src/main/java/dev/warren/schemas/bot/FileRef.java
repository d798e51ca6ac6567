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
    public FileRef {
        if (bytes.isPresent() == claim.isPresent()) {
            throw new IllegalArgumentException("a file must have either bytes or a claim: " + name);
        }
    }
}
