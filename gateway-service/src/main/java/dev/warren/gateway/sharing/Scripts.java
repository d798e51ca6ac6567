package dev.warren.gateway.sharing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.runtime.redis.Redis;
import io.lettuce.core.ScriptOutputType;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The scripts that change what instances share; each is one round trip and reads Redis' own clock, which is the same for all. */
final class Scripts {
    private final Redis redis;
    private final byte[] takeBucket = script("take-bucket.lua");
    private final byte[] observeBucket = script("observe-bucket.lua");
    private final byte[] pause = script("pause.lua");
    private final byte[] takeGlobal = script("take-global.lua");
    private final byte[] answeredGlobal = script("answered-global.lua");

    Scripts(Redis redis) {
        this.redis = redis;
    }

    /** Gives microseconds to wait; 0 for none. */
    Uni<Long> takeBucket(String bucket) {
        return call(takeBucket, List.of(bucket));
    }

    Uni<Long> observeBucket(
            String bucket, long limit, long remaining, long underWay, long resetMicros, long keepMillis) {
        return call(
                observeBucket,
                List.of(bucket),
                text(limit),
                text(remaining),
                text(resetMicros),
                text(keepMillis),
                text(underWay));
    }

    Uni<Long> pause(String what, long micros, long keepMillis) {
        return call(pause, List.of(what), text(micros), text(keepMillis));
    }

    /** Gives microseconds to wait; 0 for none. */
    Uni<Long> takeGlobal(List<String> keys, int places, long patienceMicros, String place) {
        return call(takeGlobal, keys, text(places), text(patienceMicros), place.getBytes(UTF_8));
    }

    Uni<Long> answeredGlobal(List<String> keys, String place) {
        return call(answeredGlobal, keys, place.getBytes(UTF_8));
    }

    private Uni<Long> call(byte[] script, List<String> keys, byte[]... arguments) {
        var whole = keys.stream().map(redis::key).toArray(String[]::new);
        return redis.call(commands -> commands.<Long>eval(script, ScriptOutputType.INTEGER, whole, arguments));
    }

    private static byte[] text(long number) {
        return Long.toString(number).getBytes(UTF_8);
    }

    private static byte[] script(String name) {
        try (InputStream in = Scripts.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
