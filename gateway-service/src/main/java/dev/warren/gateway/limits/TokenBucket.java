package dev.warren.gateway.limits;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketState;
import io.github.bucket4j.MathType;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import io.github.bucket4j.distributed.remote.RemoteStat;
import io.github.bucket4j.distributed.serialization.InternalSerializationHelper;
import io.github.bucket4j.distributed.versioning.Versions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The arithmetic of one kind of bucket, by Bucket4j, on the states that lie in Redis. Time is an argument. */
final class TokenBucket {
    /** A state is kept for so long after it is full again, because clocks differ. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private final BucketConfiguration configuration;

    TokenBucket(int burst, int uses, Duration per) {
        this.configuration = BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(uses, per))
                .build();
    }

    /** What comes of taking one token. */
    sealed interface Tried {
        /**
         * It was there.
         *
         * @param next the state from now on
         * @param keep after which the state says nothing that no state would not say
         */
        record Taken(byte[] next, Duration keep) implements Tried {}

        /** It was not, and will be after this. */
        record Short(Duration delay) implements Tried {}
    }

    /**
     * Takes one token.
     *
     * @param state as it lies in Redis; empty for none. One of other settings counts as none
     */
    Tried take(byte[] state, Instant at) {
        long now = TimeUnit.MILLISECONDS.toNanos(at.toEpochMilli());
        var bucket = read(state, now);
        bucket.refillAllBandwidth(now);
        if (bucket.getAvailableTokens() < 1) {
            return new Tried.Short(
                    Duration.ofNanos(bucket.calculateDelayNanosAfterWillBePossibleToConsume(1, now, true)));
        }
        bucket.consume(1);
        var keep = Duration.ofNanos(bucket.calculateFullRefillingTime(now)).plus(SLACK);
        return new Tried.Taken(InternalSerializationHelper.serializeState(bucket, Versions.getLatest()), keep);
    }

    private RemoteBucketState read(byte[] state, long now) {
        if (state.length > 0) {
            var bucket = InternalSerializationHelper.deserializeState(state);
            if (bucket.getConfiguration().equals(configuration)) {
                return bucket;
            }
        }
        return new RemoteBucketState(
                BucketState.createInitialState(configuration, MathType.INTEGER_64_BITS, now), new RemoteStat(0), null);
    }
}
