package dev.warren.ai.providers;

import dev.langchain4j.exception.HttpException;
import java.time.Duration;
import java.util.Optional;

/** A provider answered with an error, and perhaps with when to come again. The message is the provider's: it must not be logged. */
final class HttpRefusal extends HttpException {
    private static final long serialVersionUID = 1;

    private final transient Optional<Duration> retryAfter;

    HttpRefusal(int status, String body, Optional<Duration> retryAfter) {
        super(status, body);
        this.retryAfter = retryAfter;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
