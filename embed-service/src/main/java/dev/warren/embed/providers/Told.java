package dev.warren.embed.providers;

import java.time.Duration;
import java.util.Optional;

/** What a provider says of a link. */
public sealed interface Told {
    /** @param keepFor how long the site allows to keep it, by its headers; none where it does not say */
    record Known(Preview preview, Optional<Duration> keepFor) implements Told {}

    /** There is nothing to show: gone, private, or no page at all. The next provider may still know. */
    record Nothing(String reason) implements Told {}

    /** It could not be asked or did not answer rightly; counts against it. */
    record Trouble(String reason) implements Told {}
}
