package dev.warren.embed.providers;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;

/**
 * What a page says of itself: <a href="https://www.rtalabel.org/">RTA</a>, and the values that
 * <a href="https://developers.google.com/search/docs/specialty/explicit/guidelines">search engines</a> read.
 */
final class Ratings {
    private static final Set<String> ADULT = Set.of("adult", "mature", "restricted", "rta-5042-1996-1400-1577-rta");

    private Ratings() {}

    static boolean isAdult(Document page) {
        return page.select("meta[name=rating], meta[name=RATING]").stream()
                .anyMatch(meta -> ADULT.contains(meta.attr("content").strip().toLowerCase(Locale.ROOT)));
    }
}
