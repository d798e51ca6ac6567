package dev.warren.gateway.rest;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Everything that the client is told.
 *
 * @param baseAddress Discord's interface with its version, such as {@code https://discord.com/api/v10}
 * @param token the bot's token, without prefix; never shown by {@link #toString}
 * @param userAgent as Discord demands it: {@code DiscordBot (url, version)}
 * @param pool the connections
 * @param retries what is done about failures
 * @param limits bounds and Discord's limits
 */
public record RestSettings(URI baseAddress, String token, String userAgent, Pool pool, Retries retries, Limits limits) {
    public RestSettings {
        if (!"https".equals(baseAddress.getScheme()) && !"http".equals(baseAddress.getScheme())) {
            throw new IllegalArgumentException("baseAddress must be http or https: " + baseAddress);
        }
        if (token.isBlank()) {
            throw new IllegalArgumentException("token must not be blank");
        }
        requireNonNull(userAgent, "userAgent");
        requireNonNull(pool, "pool");
        requireNonNull(retries, "retries");
        requireNonNull(limits, "limits");
    }

    /** Settings that suit Discord. */
    public static RestSettings of(URI baseAddress, String token) {
        return new RestSettings(
                baseAddress,
                token,
                "DiscordBot (https://github.com/warren, 0.1)",
                Pool.DEFAULT,
                Retries.DEFAULT,
                Limits.DEFAULT);
    }

    @Override
    public String toString() {
        return "RestSettings[baseAddress=" + baseAddress + ", token=***, userAgent=" + userAgent + ", pool=" + pool
                + ", retries=" + retries + ", limits=" + limits + "]";
    }

    /**
     * The connections, each kept open between requests.
     *
     * @param size how many at most
     * @param connectTimeout how long opening one may take
     * @param requestTimeout how long an answer may take
     * @param keepAlive how long an idle one is kept
     * @param trustStore a PEM file of certificates to trust instead of the JVM's, for a local double of Discord
     */
    public record Pool(
            int size, Duration connectTimeout, Duration requestTimeout, Duration keepAlive, Optional<Path> trustStore) {
        public static final Pool DEFAULT =
                new Pool(64, Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(30), Optional.empty());

        public Pool {
            atLeastOne("size", size);
            positive("connectTimeout", connectTimeout);
            positive("requestTimeout", requestTimeout);
            positive("keepAlive", keepAlive);
            requireNonNull(trustStore, "trustStore");
        }
    }

    /**
     * What is done about failures.
     *
     * @param maxAttempts how often a request is sent at most, answers with 429 not counted
     * @param maxRateLimited how often an answer with 429 is waited out
     * @param backoffFirst the mean wait before the second attempt; it doubles from attempt to attempt
     * @param backoffMax the longest wait
     */
    public record Retries(int maxAttempts, int maxRateLimited, Duration backoffFirst, Duration backoffMax) {
        public static final Retries DEFAULT = new Retries(5, 8, Duration.ofMillis(200), Duration.ofSeconds(5));

        public Retries {
            atLeastOne("maxAttempts", maxAttempts);
            atLeastOne("maxRateLimited", maxRateLimited);
            positive("backoffFirst", backoffFirst);
            positive("backoffMax", backoffMax);
        }
    }

    /**
     * Bounds and Discord's limits.
     *
     * @param globalPerSecond requests a second over all routes, those to interactions not counted
     * @param globalPatience how long the answer to a request is waited for before its place in the second is counted as used
     * @param maxWaitingPerBucket how many requests may wait in one bucket
     * @param maxWaiting how many may wait in all
     * @param maxBuckets how many idle buckets are remembered
     * @param resetMargin how much longer than Discord says a bucket rests, against clocks and rounding
     */
    public record Limits(
            int globalPerSecond,
            Duration globalPatience,
            int maxWaitingPerBucket,
            int maxWaiting,
            int maxBuckets,
            Duration resetMargin) {
        public static final Limits DEFAULT =
                new Limits(50, Duration.ofMillis(250), 1_000, 20_000, 10_000, Duration.ofMillis(10));

        public Limits {
            atLeastOne("globalPerSecond", globalPerSecond);
            positive("globalPatience", globalPatience);
            atLeastOne("maxWaitingPerBucket", maxWaitingPerBucket);
            atLeastOne("maxWaiting", maxWaiting);
            atLeastOne("maxBuckets", maxBuckets);
            notNegative("resetMargin", resetMargin);
        }
    }

    private static void atLeastOne(String field, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(field + " must be at least 1: " + value);
        }
    }

    private static void notNegative(String field, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(field + " must not be negative: " + value);
        }
    }

    private static void positive(String field, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(field + " must be positive: " + value);
        }
    }
}
