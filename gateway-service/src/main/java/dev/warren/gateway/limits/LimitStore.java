package dev.warren.gateway.limits;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.runtime.redis.Redis;
import io.lettuce.core.ScriptOutputType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Buckets, cooldowns and marks of events in Redis, changed together in one round trip or not at all. */
@ApplicationScoped
class LimitStore {
    private final Redis redis;
    private final byte[] script;

    LimitStore(Redis redis) {
        this.redis = redis;
        this.script = script();
    }

    /**
     * One bucket as the caller knows it.
     *
     * @param known its state, from which {@code next} was reckoned
     */
    record Change(String key, byte[] known, byte[] next, Duration keep) {}

    /** What Redis says. */
    sealed interface Reply {
        /** All is done. */
        record Taken() implements Reply {}

        /** The event has passed before; nothing was done. */
        record Again() implements Reply {}

        /** The buckets are others than the caller knew; these, in order. Nothing was done. */
        record Other(List<byte[]> states) implements Reply {}

        /** The cooldown is not over; nothing was done. */
        record Cooling(Duration left) implements Reply {}
    }

    Uni<Reply> take(Use use, Duration passedFor, List<Change> changes) {
        var keys = new ArrayList<String>();
        keys.add(redis.key("limits:passed:" + use.event()));
        keys.add(redis.key("limits:cooldown:" + use.cooled()));
        var arguments = new ArrayList<byte[]>();
        arguments.add(text(use.at().toEpochMilli()));
        arguments.add(text(passedFor.toMillis()));
        arguments.add(text(use.cooldown().map(limit -> (long) limit.uses()).orElse(0L)));
        arguments.add(
                text(use.cooldown().map(limit -> limit.window().toMillis()).orElse(0L)));
        for (var change : changes) {
            keys.add(redis.key("limits:bucket:" + change.key()));
            arguments.add(change.known());
            arguments.add(change.next());
            arguments.add(text(Math.max(1, change.keep().toMillis())));
        }
        return redis.<List<Object>>call(commands -> commands.eval(
                        script, ScriptOutputType.MULTI, keys.toArray(String[]::new), arguments.toArray(byte[][]::new)))
                .map(LimitStore::read);
    }

    private static Reply read(List<Object> reply) {
        var word = new String((byte[]) reply.getFirst(), UTF_8);
        return switch (word) {
            case "taken" -> new Reply.Taken();
            case "again" -> new Reply.Again();
            case "cooldown" ->
                new Reply.Cooling(
                        Duration.ofMillis((long) Double.parseDouble(new String((byte[]) reply.get(1), UTF_8))));
            case "other" ->
                new Reply.Other(reply.stream()
                        .skip(1)
                        .map(state -> (byte[]) Objects.requireNonNullElse(state, new byte[0]))
                        .toList());
            default -> throw new IllegalStateException("the script must not say this: " + word);
        };
    }

    private static byte[] text(long number) {
        return Long.toString(number).getBytes(UTF_8);
    }

    private static byte[] script() {
        try (InputStream in = LimitStore.class.getResourceAsStream("take.lua")) {
            return Objects.requireNonNull(in, "take.lua").readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
