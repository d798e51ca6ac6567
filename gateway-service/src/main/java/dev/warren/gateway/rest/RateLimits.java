package dev.warren.gateway.rest;

import io.vertx.core.Future;
import java.time.Duration;

/**
 * Where the state of Discord's limits is kept: in the process, or in a store that all instances share. The client keeps order and queues;
 * this says whether the next request may go. A failed future counts as leave given, since a 429 is then the second guard.
 */
public interface RateLimits {
    /** Takes one place of the bucket. Buckets that nobody has observed yet give leave. */
    Future<Leave> take(BucketId bucket);

    /**
     * Takes one place of the limit over all requests.
     *
     * @param left so many places are left to others: none is given when no more are free
     */
    Future<Leave> takeGlobal(int left);

    /** Takes one place of both in one question. Buckets that nobody has observed yet give leave. */
    Future<Pass> takeBoth(BucketId bucket);

    /** A request that took such a place has been answered, or has failed. */
    void answeredGlobal();

    /**
     * Learns from an answer.
     *
     * @param underWay how many more requests of this client are under way in the bucket: Discord may have counted them, or not yet
     */
    void observe(BucketId bucket, BucketReading reading, int underWay);

    /** Lets nothing of the bucket pass for a while. */
    void pause(BucketId bucket, Duration time);

    /** Lets nothing pass for a while that counts for the limit over all requests. */
    void pauseAll(Duration time);

    /** What instances tell each other of refusals. */
    default SharedRefusals refusals() {
        return SharedRefusals.NONE;
    }

    /** What a request that needs both places got. */
    sealed interface Pass {
        /** Both are taken. */
        record Both() implements Pass {}

        /** The bucket's place is taken; asking for the other before the time is over is useless. */
        record BucketOnly(Duration delay) implements Pass {}

        /** Nothing is taken; asking again before the time is over is useless. */
        record Neither(Duration delay) implements Pass {}
    }

    /** Whether a request may go. */
    sealed interface Leave {
        /** It may, and its place is taken. */
        record Granted() implements Leave {}

        /** It may not; asking again before the time is over is useless. */
        record Later(Duration delay) implements Leave {}
    }

    /**
     * One of Discord's buckets.
     *
     * @param name the value of {@code X-RateLimit-Bucket}, or the route while that is not known
     * @param major the major parameters' values
     */
    record BucketId(String name, String major) {}

    /**
     * What an answer says of its bucket.
     *
     * @param limit how many requests a window allows
     * @param remaining how many are left of it
     * @param resetAfter when the next window begins
     */
    record BucketReading(int limit, int remaining, Duration resetAfter) {}
}
