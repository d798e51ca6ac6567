package dev.warren.embed.feeds;

import java.util.List;

/**
 * What a source shows now.
 *
 * @param title of the source, in one line
 * @param items as they stand there, mostly newest first
 */
record FeedDocument(String title, List<FeedItem> items) {
    FeedDocument {
        items = List.copyOf(items);
    }
}
