package dev.warren.embed.feeds;

import dev.warren.embed.fetching.Fetched.Answer;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** What answers say of time. */
final class Times {
    private static final Pattern MAX_AGE = Pattern.compile("(?i)\\bmax-age=\"?(\\d{1,8})\\b");
    private static final String SECONDS = "\\d{1,8}";

    private Times() {}

    /** {@code max-age} of {@code Cache-Control} (RFC 9111, section 5.2.2.1). */
    static Optional<Duration> holds(Answer answer) {
        return answer.header("cache-control")
                .map(MAX_AGE::matcher)
                .filter(java.util.regex.Matcher::find)
                .map(found -> Duration.ofSeconds(Long.parseLong(found.group(1))));
    }

    /** Any other status than success, with {@code Retry-After} where it is in seconds (RFC 9110, section 10.2.3). */
    static Polled failed(Answer answer) {
        return new Polled.Failed(
                "status-" + answer.status(),
                answer.header("retry-after")
                        .map(String::strip)
                        .filter(value -> value.matches(SECONDS))
                        .map(value -> Duration.ofSeconds(Long.parseLong(value))));
    }
}
