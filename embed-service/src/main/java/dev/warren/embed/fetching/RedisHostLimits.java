package dev.warren.embed.fetching;

import dev.warren.embed.EmbedConfig;
import dev.warren.runtime.redis.Redis;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A bucket for each host in Redis, by Bucket4j, so that all instances together spare a host. While Redis is away nobody counts. */
final class RedisHostLimits implements HostLimits {
    private static final Duration SECOND = Duration.ofSeconds(1);
    /** A bucket is kept for so long after it is full again, because clocks differ. */
    private static final Duration SLACK = Duration.ofSeconds(10);

    private final Redis redis;
    private final BucketConfiguration limit;

    RedisHostLimits(Redis redis, EmbedConfig.Fetching config) {
        this.redis = redis;
        this.limit = BucketConfiguration.builder()
                .addLimit(bandwidth -> bandwidth.capacity(config.burstPerHost()).refillGreedy(config.perHost(), SECOND))
                .build();
    }

    @Override
    public Uni<Duration> take(String host) {
        return redis.call(commands -> tried(commands, redis.key("embed:host:" + host)))
                .map(probe -> probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill()))
                .onFailure()
                .recoverWithItem(Duration.ZERO);
    }

    private CompletableFuture<ConsumptionProbe> tried(RedisAsyncCommands<String, byte[]> commands, String key) {
        return Bucket4jLettuce.casBasedBuilder(commands)
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(SLACK))
                .build()
                .asAsync()
                .builder()
                .build(key, () -> CompletableFuture.completedFuture(limit))
                .tryConsumeAndReturnRemaining(1);
    }
}
