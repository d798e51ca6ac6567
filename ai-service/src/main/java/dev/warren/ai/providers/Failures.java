package dev.warren.ai.providers;

import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells from what LangChain4j threw why a call failed. */
final class Failures {
    private static final Pattern TOO_LONG = Pattern.compile(
            "context_length|maximum context|context length|context window|prompt is too long|too many tokens|too"
                    + " large");
    private static final Pattern TOOLS = Pattern.compile("\\btools?\\b|function.?call");
    private static final Pattern FILTERED = Pattern.compile("content_filter|content_policy|content management policy");
    private static final Duration LONGEST_WISH = Duration.ofDays(1);

    private Failures() {}

    static CallFailed of(Throwable thrown) {
        var known = CallFailed.in(thrown);
        if (known.isPresent()) {
            return known.get();
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpException refused) {
                var later = refused instanceof HttpRefusal refusal ? refusal.retryAfter() : Optional.<Duration>empty();
                return new CallFailed(
                        byStatus(refused.statusCode(), String.valueOf(refused.getMessage())),
                        later,
                        "status " + refused.statusCode());
            }
            if (cause instanceof ContentFilteredException) {
                return new CallFailed(Failure.FILTERED, Optional.empty(), "filtered");
            }
        }
        return new CallFailed(
                Failure.BROKEN, Optional.empty(), thrown.getClass().getSimpleName());
    }

    private static Failure byStatus(int status, String body) {
        return switch (status) {
            case 401, 403 -> Failure.KEY_REFUSED;
            case 429 -> Failure.RATE_LIMITED;
            case 400, 413, 422 -> byBody(body.toLowerCase(Locale.ROOT));
            case 404, 405, 406, 409, 410, 415 -> Failure.INVALID;
            default -> Failure.BROKEN;
        };
    }

    private static Failure byBody(String body) {
        if (TOO_LONG.matcher(body).find()) {
            return Failure.TOO_LONG;
        }
        if (FILTERED.matcher(body).find()) {
            return Failure.FILTERED;
        }
        return TOOLS.matcher(body).find() ? Failure.NO_TOOLS : Failure.INVALID;
    }

    /** {@code Retry-After}, in seconds or as a date, or {@code retry-after-ms}; RFC 9110, 10.2.3. Beyond a day counts as a day. */
    static Optional<Duration> retryAfter(Optional<String> header, Optional<String> millis, Instant now) {
        return millis.flatMap(text -> number(text).map(value -> Duration.ofMillis((long) value.doubleValue())))
                .or(() -> header.flatMap(text -> number(text)
                        .map(value -> Duration.ofMillis((long) (value * 1000)))
                        .or(() -> date(text).map(at -> Duration.between(now, at)))))
                .map(wish -> wish.isNegative() ? Duration.ZERO : wish)
                .map(wish -> wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish);
    }

    private static Optional<Double> number(String text) {
        return text.matches("\\d{1,12}(\\.\\d{1,6})?") ? Optional.of(Double.valueOf(text)) : Optional.empty();
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
