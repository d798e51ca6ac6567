package dev.warren.gateway.shards;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.gateway.connection.IdentifyGate;
import dev.warren.runtime.redis.Redis;
import io.lettuce.core.SetArgs;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/**
 * Lets shards of all processes identify as often as Discord allows: one of each bucket in a fixed time, where the bucket is the shard's
 * number modulo {@code max_concurrency}. While Redis is away each process keeps the limit for itself.
 */
final class SharedIdentifies implements IdentifyGate {
    private static final Logger LOG = Logger.getLogger(SharedIdentifies.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final byte[] TAKEN = "1".getBytes(UTF_8);

    private final Redis redis;
    private final Login login;
    private final IdentifyGate alone;
    private final Duration spacing;

    /** @param alone keeps the limit in this process while Redis is away */
    SharedIdentifies(Redis redis, Login login, IdentifyGate alone, Duration spacing) {
        this.redis = redis;
        this.login = login;
        this.alone = alone;
        this.spacing = spacing;
    }

    @Override
    public CompletionStage<Void> enter(int shard) {
        return login.gateway().thenCompose(gateway -> {
            if (gateway.left() < 1) {
                LOG.warnf(
                        "no new sessions are left today, more in=%d min",
                        gateway.resetAfter().toMinutes());
                throw new IllegalStateException("no new sessions are left today");
            }
            return enterBucket(shard, shard % gateway.concurrency());
        });
    }

    private CompletionStage<Void> enterBucket(int shard, int bucket) {
        return take(redis.key("gateway:identify:" + bucket))
                .onFailure()
                .recoverWithUni(_ -> Uni.createFrom().completionStage(() -> alone.enter(shard)))
                .subscribeAsCompletionStage();
    }

    private Uni<Void> take(String key) {
        var once = SetArgs.Builder.nx().px(spacing.toMillis());
        return redis.<String>call(commands -> commands.set(key, TAKEN, once))
                .chain(done -> done != null
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom()
                                .voidItem()
                                .onItem()
                                .delayIt()
                                .by(LOOK_AGAIN)
                                .chain(() -> take(key)));
    }
}
