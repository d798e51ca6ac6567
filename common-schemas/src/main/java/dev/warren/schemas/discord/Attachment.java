package dev.warren.schemas.discord;

import java.util.Optional;

/**
 * A file at Discord.
 *
 * @param id snowflake of the attachment
 * @param size in bytes
 */
public record Attachment(String id, String filename, long size, String url, Optional<String> contentType) {
    public Attachment {
        if (size < 0) {
            throw new IllegalArgumentException("size must not be negative: " + size);
        }
    }
}
