package dev.warren.gateway.shards;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.runtime.redis.Redis;
import io.lettuce.core.ScriptOutputType;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/**
 * The right to have a shard, in Redis: a token that ends by itself when it is not renewed. A right that Redis forgot is taken again by
 * whoever comes first; PostgreSQL then keeps its owner before from writing.
 */
final class Lease {
    /** Gives the key to ARGV[1] when nobody has it, or ARGV[1], or ARGV[3]; tells who has it. */
    private static final String TAKE = """
            local held = redis.call('GET', KEYS[1])
            if not held or held == ARGV[1] or held == ARGV[3] then
                redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
                return ARGV[1]
            end
            return held""";

    private static final String RELEASE = """
            if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
            return 0""";

    private final Redis redis;
    private final String key;
    private final Owner self;
    private final Duration time;

    Lease(Redis redis, int shard, Owner self, Duration time) {
        this.redis = redis;
        this.key = redis.key("gateway:shard:" + shard);
        this.self = self;
        this.time = time;
    }

    /** Takes or renews it; gives whoever has it when that is somebody else. Fails while Redis is away. */
    Uni<Optional<Owner>> take() {
        return take("").chain(held -> {
            if (held.equals(self)) {
                return Uni.createFrom().item(Optional.<Owner>empty());
            }
            return held.isGone(self)
                    ? take(held.toString()).map(now -> Optional.of(now).filter(owner -> !owner.equals(self)))
                    : Uni.createFrom().item(Optional.of(held));
        });
    }

    private Uni<Owner> take(String instead) {
        return redis.<byte[]>call(commands -> commands.eval(
                        TAKE,
                        ScriptOutputType.VALUE,
                        new String[] {key},
                        bytes(self.toString()),
                        bytes(Long.toString(time.toMillis())),
                        bytes(instead)))
                .map(Owner::read);
    }

    /** Gives it back. */
    Uni<Void> release() {
        return redis.<Long>call(commands ->
                        commands.eval(RELEASE, ScriptOutputType.INTEGER, new String[] {key}, bytes(self.toString())))
                .replaceWithVoid();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
