package dev.warren.gateway.rest;

import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;

/** One request on its way through lanes and attempts. Touched on the client's context only. */
final class Pending {
    final RestRequest request;
    final Promise<RestOutcome> promise = Promise.promise();
    final long acceptedNanos;

    int attempts;
    int rateLimited;
    long attemptNanos;
    private boolean sent;
    private long firstSentNanos;
    private long firstUnclearNanos;
    private boolean unclear;

    Pending(RestRequest request, long nowNanos) {
        this.request = request;
        this.acceptedNanos = nowNanos;
    }

    boolean expired(Instant now) {
        return request.expiresAt().isPresent() && !request.expiresAt().get().isAfter(now);
    }

    void sending(long nowNanos) {
        if (!sent) {
            sent = true;
            firstSentNanos = nowNanos;
        }
        attempts++;
        attemptNanos = nowNanos;
    }

    /** How long it waited before its first attempt, or until now. */
    Duration waited(long nowNanos) {
        return Duration.ofNanos((sent ? firstSentNanos : nowNanos) - acceptedNanos);
    }

    void becameUnclear() {
        if (!unclear) {
            unclear = true;
            firstUnclearNanos = attemptNanos;
        }
    }

    /** The outcome when no further attempt is made: only what was certainly never received is certainly not done. */
    RestOutcome givenUp(String why, long nowNanos) {
        return unclear
                ? new RestOutcome.Unknown(why, attempts, Duration.ofNanos(nowNanos - firstUnclearNanos))
                : new RestOutcome.Unavailable(why, attempts);
    }

    RestOutcome expiredOutcome(long nowNanos) {
        return unclear ? givenUp("expired", nowNanos) : new RestOutcome.Expired();
    }
}
