package dev.warren.embed.providers;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a link shows. Texts are plain, as the site has them; whoever posts them shortens and defuses them.
 *
 * @param site its name as people know it, such as {@code YouTube}
 * @param link the canonical address
 * @param kind such as {@code video}, {@code live}, {@code clip}, {@code playlist}, {@code post}, {@code page}
 * @param colour of the site, as 0xRRGGBB
 * @param adult whether the site restricts it by age
 */
public record Preview(
        String site,
        URI link,
        String kind,
        String title,
        Optional<String> description,
        Optional<String> author,
        Optional<URI> authorLink,
        Optional<URI> image,
        Optional<Duration> duration,
        Optional<Instant> publishedAt,
        Optional<Integer> colour,
        boolean adult) {
    public Preview {
        if (title.isBlank()) {
            throw new IllegalArgumentException("title must not be blank");
        }
    }
}
