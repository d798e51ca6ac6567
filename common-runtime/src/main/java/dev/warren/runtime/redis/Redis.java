package dev.warren.runtime.redis;

import dev.warren.runtime.events.OnContext;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Redis over one multiplexed connection. What lies there can be rebuilt or may be lost. While Redis is away calls fail at once, as an
 * outage, and the connection comes back by itself.
 */
public final class Redis implements AutoCloseable {
    private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);
    /** Commands that may wait for an answer at once; more fail at once. */
    private static final int QUEUE = 50_000;

    private final RedisClient client;
    private final RedisURI address;
    private final String prefix;
    private volatile Uni<StatefulRedisConnection<String, byte[]>> connection;

    /**
     * @param prefix before each key
     * @param timeout the most one command may take
     * @throws IllegalArgumentException when the address is not one of Redis
     */
    public Redis(String url, String prefix, Duration timeout) {
        this.address = RedisURI.create(url);
        this.prefix = prefix;
        this.client = RedisClient.create();
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(QUEUE)
                .timeoutOptions(TimeoutOptions.enabled(timeout))
                .build());
        this.connection = connecting();
    }

    private Uni<StatefulRedisConnection<String, byte[]>> connecting() {
        return Uni.createFrom()
                .completionStage(() -> client.connectAsync(CODEC, address).toCompletableFuture())
                .memoize()
                .indefinitely();
    }

    /** The whole key: the stack's prefix and this. */
    public String key(String rest) {
        return prefix + rest;
    }

    /** Calls Redis; the answer comes on the caller's context. Keys are whole, see {@link #key}. */
    public <T> Uni<T> call(Function<RedisAsyncCommands<String, byte[]>, ? extends CompletionStage<T>> command) {
        var here = OnContext.executor();
        return Uni.createFrom()
                .deferred(this::connected)
                .chain(open -> Uni.createFrom().completionStage(() -> command.apply(open.async())))
                .emitOn(here);
    }

    private Uni<StatefulRedisConnection<String, byte[]>> connected() {
        // a connection that never came is tried anew; one that was there comes back by itself
        return connection.onFailure().invoke(failure -> connection = connecting());
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }
}
