package dev.warren.ai.search;

import dev.warren.ai.web.Http;

/** A search for tests of other rooms. */
public final class SearchProbe {
    private SearchProbe() {}

    public static WebSearch of(SearchConfig config) {
        return new WebSearch(new Http(), config);
    }
}
