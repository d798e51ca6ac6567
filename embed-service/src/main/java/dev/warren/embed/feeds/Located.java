package dev.warren.embed.feeds;

/** What a member's words mean at a site. */
sealed interface Located {
    /**
     * A source of that kind.
     *
     * @param source what is asked from now on: an address, or a name or number at the site
     * @param host whose turn it takes
     */
    record Source(String source, String host) implements Located {}

    /**
     * There is none.
     *
     * @param reason a constant for the decision
     * @param text what the member reads
     */
    record Nowhere(String reason, String text) implements Located {}
}
