package dev.warren.embed.cache;

import dev.warren.embed.EmbedConfig;
import dev.warren.runtime.events.OnContext;
import dev.warren.runtime.redis.Redis;
import io.lettuce.core.KeyValue;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What links show, remembered in Redis. Of all instances one asks for a link, and the others wait for what it finds; within an instance all
 * share one question. While Redis is away nothing is looked up: the calls fail as an outage.
 */
@ApplicationScoped
public class Previews {
    private static final String UNLOCK =
            "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end";
    private static final Shown BUSY = new Shown.Busy();

    private final EmbedConfig.Cache config;
    private final Redis redis;
    private final Lookup lookup;
    private final MeterRegistry meters;
    private final Map<URI, Uni<Shown>> asked = new ConcurrentHashMap<>();

    Previews(EmbedConfig config, Redis redis, Lookup lookup, MeterRegistry meters) {
        this.config = config.cache();
        this.redis = redis;
        this.lookup = lookup;
        this.meters = meters;
    }

    /** What is remembered of these links; of those that are not in the answer nothing is. */
    public Uni<Map<URI, Shown>> remembered(List<URI> links) {
        if (links.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        var keys = links.stream().map(this::key).toArray(String[]::new);
        return redis.call(commands -> commands.mget(keys)).map(values -> {
            var known = new HashMap<URI, Shown>();
            for (int i = 0; i < values.size(); i++) {
                var link = links.get(i);
                memo(values.get(i)).ifPresent(memo -> known.put(link, memo.shown()));
            }
            count("hit", known.size());
            count("miss", links.size() - known.size());
            return known;
        });
    }

    /** What a link shows: remembered, or asked for now. Where too many are asked for already, that it is busy. */
    public Uni<Shown> look(URI link) {
        return Uni.createFrom().deferred(() -> {
            var here = OnContext.executor();
            var others = asked.get(link);
            if (others != null) {
                count("joined", 1);
                return others.emitOn(here);
            }
            if (asked.size() >= config.concurrency()) {
                return Uni.createFrom().item(BUSY);
            }
            return asked.computeIfAbsent(link, this::shared).emitOn(here);
        });
    }

    private Uni<Shown> shared(URI link) {
        return find(link, 0)
                .onTermination()
                .invoke(() -> asked.remove(link))
                .memoize()
                .indefinitely();
    }

    private Uni<Shown> find(URI link, int looked) {
        return redis.call(commands -> commands.get(key(link))).chain(value -> {
            var memo = Optional.ofNullable(value).flatMap(Memo::read);
            return memo.isPresent()
                    ? Uni.createFrom().item(memo.get().shown())
                    : lockOrWait(link, UUID.randomUUID().toString(), looked);
        });
    }

    private Uni<Shown> lockOrWait(URI link, String token, int looked) {
        var alone = SetArgs.Builder.nx().px(config.lock());
        return redis.call(commands -> commands.set(lock(link), bytes(token), alone))
                .chain(locked -> {
                    if (locked != null) {
                        return ask(link, token);
                    }
                    // twice the lock's time: whoever held it died, and so did the next one
                    return config.look()
                                            .multipliedBy(looked)
                                            .compareTo(config.lock().multipliedBy(2))
                                    > 0
                            ? Uni.createFrom().item(BUSY)
                            : Uni.createFrom()
                                    .voidItem()
                                    .onItem()
                                    .delayIt()
                                    .by(config.look())
                                    .chain(() -> find(link, looked + 1));
                });
    }

    private Uni<Shown> ask(URI link, String token) {
        var here = OnContext.executor();
        // somebody may have found it between the look and the lock
        return redis.call(commands -> commands.get(key(link))).chain(value -> {
            var memo = Optional.ofNullable(value).flatMap(Memo::read);
            var shown = memo.isPresent()
                    ? Uni.createFrom().item(memo.get().shown())
                    : aside(link)
                            .ifNoItem()
                            .after(config.lock())
                            .recoverWithItem(new Lookup.Found(new Shown.Trouble("timeout"), config.trouble()))
                            .emitOn(here)
                            .call(found -> remember(link, found.shown(), found.keep()))
                            .map(Lookup.Found::shown);
            return shown.onTermination().call(() -> unlock(link, token));
        });
    }

    /** Pages are read where they are fetched, and so on no event loop. */
    private Uni<Lookup.Found> aside(URI link) {
        return Uni.createFrom()
                .deferred(() -> lookup.ask(link))
                .runSubscriptionOn(work -> Thread.ofVirtual().start(work));
    }

    private Uni<?> remember(URI link, Shown shown, Duration keep) {
        count("asked", 1);
        return redis.call(commands -> commands.set(key(link), Memo.of(shown).write(), SetArgs.Builder.px(keep)));
    }

    /** Should it fail, the lock ends by itself. */
    private Uni<?> unlock(URI link, String token) {
        return redis.call(commands ->
                        commands.<Long>eval(UNLOCK, ScriptOutputType.INTEGER, new String[] {lock(link)}, bytes(token)))
                .onFailure()
                .recoverWithNull();
    }

    private static Optional<Memo> memo(KeyValue<String, byte[]> value) {
        return value.hasValue() ? Memo.read(value.getValue()) : Optional.empty();
    }

    private void count(String outcome, int times) {
        meters.counter("warren.embed.cache", "outcome", outcome).increment(times);
    }

    private String key(URI link) {
        return redis.key("embed:link:" + digest(link));
    }

    private String lock(URI link) {
        return redis.key("embed:asking:" + digest(link));
    }

    /** What members link to is not to be read off the names of keys. */
    private static String digest(URI link) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(link.toString())));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
