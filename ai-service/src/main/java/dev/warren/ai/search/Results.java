package dev.warren.ai.search;

import java.util.List;

/** What came of a search. */
public sealed interface Results {
    /** In the order of the service; empty when nothing was found. */
    record Found(List<Hit> hits) implements Results {
        public Found {
            hits = List.copyOf(hits);
        }
    }

    /** No service is configured. */
    record Off() implements Results {}

    /** The service did not answer, or not so that one could use it; {@code why} is what the member reads. */
    record Failed(String why) implements Results {}

    /**
     * A page.
     *
     * @param url with http or https
     */
    record Hit(String title, String url, String text) {}
}
