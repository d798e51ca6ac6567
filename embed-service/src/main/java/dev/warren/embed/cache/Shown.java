package dev.warren.embed.cache;

import dev.warren.embed.providers.Preview;

/** What is known of a link. */
public sealed interface Shown {
    /**
     * It shows this.
     *
     * @param provider who told it
     */
    record Known(String provider, Preview preview) implements Shown {}

    /** There is nothing to show. */
    record Nothing(String reason) implements Shown {}

    /** Nobody could be asked rightly; it may be otherwise in a while. */
    record Trouble(String reason) implements Shown {}

    /** Too much is looked up already; nobody was asked, and nothing is remembered. */
    record Busy() implements Shown {}
}
