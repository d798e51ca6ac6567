package dev.warren.embed.feeds;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * What of a document is new.
 *
 * @param keys of all items, each once
 * @param announced those that are new and fresh, the oldest first
 * @param passedOver how many more are new, but too old or too many
 */
record Turnout(List<String> keys, List<FeedItem> announced, int passedOver) {
    Turnout {
        keys = List.copyOf(keys);
        announced = List.copyOf(announced);
    }

    /**
     * @param seen the keys of those that are known
     * @param notBefore items that say they are older are not announced; those that say nothing are
     * @param most how many are announced, the newest
     */
    static Turnout of(FeedDocument document, Set<String> seen, Instant notBefore, int most) {
        var items = new LinkedHashMap<String, FeedItem>();
        document.items().forEach(item -> items.putIfAbsent(item.key(), item));
        var unseen = items.entrySet().stream()
                .filter(item -> !seen.contains(item.getKey()))
                .map(java.util.Map.Entry::getValue)
                .toList();
        var announced = unseen.stream()
                .filter(item -> item.published().filter(notBefore::isAfter).isEmpty())
                // without a time the document's order counts, which begins with the newest
                .sorted(Comparator.comparing((FeedItem item) -> item.published().orElse(Instant.MAX))
                        .reversed())
                .limit(most)
                .toList()
                .reversed();
        return new Turnout(List.copyOf(items.keySet()), announced, unseen.size() - announced.size());
    }

    /** How it begins: all is known, nothing is announced. */
    static List<String> keys(FeedDocument document) {
        return document.items().stream().map(FeedItem::key).distinct().toList();
    }
}
