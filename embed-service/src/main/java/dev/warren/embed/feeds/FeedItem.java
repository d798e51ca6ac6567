package dev.warren.embed.feeds;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Something new at a source.
 *
 * @param id as the source has it, at most 200 characters; longer ones stand as their digest
 * @param title plain, in one line, not blank
 */
record FeedItem(String id, String title, Optional<URI> link, Optional<String> author, Optional<Instant> published) {
    static final int LONGEST_ID = 200;
    static final int LONGEST_TITLE = 250;

    FeedItem {
        if (id.isBlank() || id.length() > LONGEST_ID) {
            throw new IllegalArgumentException("id must have 1 to " + LONGEST_ID + " characters: " + id.length());
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("title must not be blank");
        }
    }

    /** By which it is known: short, whatever the source takes for ids. */
    String key() {
        return Digest.of(id);
    }
}
