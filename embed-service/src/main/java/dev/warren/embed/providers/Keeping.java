package dev.warren.embed.providers;

import dev.warren.embed.fetching.Fetched.Answer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How long an answer may be kept, by {@code Cache-Control} (RFC 9111, section 5.2.2). */
final class Keeping {
    private static final String SHARED = "s-maxage=";
    private static final String ANY = "max-age=";
    /** Nine digits fit into any number. */
    private static final String SECONDS = "\\d{1,9}";

    private Keeping() {}

    /** None where the site does not say; zero where it forbids it. */
    static Optional<Duration> of(Answer answer) {
        return answer.header("cache-control").flatMap(Keeping::of);
    }

    static Optional<Duration> of(String header) {
        var directives = Arrays.stream(header.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .toList();
        if (directives.contains("no-store") || directives.contains("no-cache")) {
            return Optional.of(Duration.ZERO);
        }
        return Stream.of(SHARED, ANY)
                .flatMap(name -> seconds(directives, name).stream())
                .findFirst();
    }

    private static Optional<Duration> seconds(List<String> directives, String name) {
        return directives.stream()
                .filter(directive -> directive.startsWith(name))
                .map(directive -> directive.substring(name.length()).replace("\"", ""))
                .filter(value -> value.matches(SECONDS))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .findFirst();
    }
}
