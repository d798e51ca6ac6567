package dev.warren.gateway.sharing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.runtime.redis.Redis;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The scripts that change what instances share; each is one round trip and reads Redis' own clock, which is the same for all. */
final class Scripts {
    private final Redis redis;
    private final Script take = script("take.lua");
    private final Script observeBucket = script("observe-bucket.lua");
    private final Script pause = script("pause.lua");
    private final Script answeredGlobal = script("answered-global.lua");
    private final Script refused = script("refused.lua");

    Scripts(Redis redis) {
        this.redis = redis;
    }

    /** Gives microseconds to wait; 0 for none. */
    Uni<Long> takeBucket(String bucket) {
        return number(take, List.of(bucket));
    }

    Uni<Long> observeBucket(
            String bucket, long limit, long remaining, long underWay, long resetMicros, long keepMillis) {
        return number(
                observeBucket,
                List.of(bucket),
                text(limit),
                text(remaining),
                text(resetMicros),
                text(keepMillis),
                text(underWay));
    }

    Uni<Long> pause(String what, long micros, long keepMillis) {
        return number(pause, List.of(what), text(micros), text(keepMillis));
    }

    /** Gives microseconds to wait; 0 for none. */
    Uni<Long> takeGlobal(List<String> keys, int places, long patienceMicros, String place) {
        return number(take, keys, text(places), text(patienceMicros), place.getBytes(UTF_8));
    }

    /** Gives microseconds to wait, above 0 when nothing was taken and below 0 when the bucket's place was; 0 for none. */
    Uni<Long> takeBoth(String bucket, List<String> keys, int places, long patienceMicros, String place) {
        return takeGlobal(Stream.concat(Stream.of(bucket), keys.stream()).toList(), places, patienceMicros, place);
    }

    Uni<Long> answeredGlobal(List<String> keys, String place) {
        return number(answeredGlobal, keys, place.getBytes(UTF_8));
    }

    /** Gives how many refusals there were in the window, then for each count the age of that one of the cause, -1 for none. */
    Uni<List<Long>> refused(List<String> keys, String name, long windowMicros, int kept, List<Integer> counts) {
        var arguments = Stream.concat(
                        Stream.of(name.getBytes(UTF_8), text(windowMicros), text(kept)),
                        counts.stream().map(count -> text(count)))
                .toArray(byte[][]::new);
        return call(refused, ScriptOutputType.MULTI, keys, arguments);
    }

    Uni<Long> forget(String key) {
        return redis.call(commands -> commands.del(redis.key(key)));
    }

    private Uni<Long> number(Script script, List<String> keys, byte[]... arguments) {
        return call(script, ScriptOutputType.INTEGER, keys, arguments);
    }

    /** By its digest, which is shorter; a Redis that does not know the script yet is given it. */
    private <T> Uni<T> call(Script script, ScriptOutputType type, List<String> keys, byte[]... arguments) {
        var whole = keys.stream().map(redis::key).toArray(String[]::new);
        return redis.call(commands -> commands.<T>evalsha(script.digest(), type, whole, arguments))
                .onFailure(RedisNoScriptException.class)
                .recoverWithUni(() -> redis.call(commands -> commands.<T>eval(script.text(), type, whole, arguments)));
    }

    private record Script(byte[] text, String digest) {}

    private static byte[] text(long number) {
        return Long.toString(number).getBytes(UTF_8);
    }

    private static Script script(String name) {
        try (InputStream in = Scripts.class.getResourceAsStream(name)) {
            byte[] text = Objects.requireNonNull(in, name).readAllBytes();
            return new Script(
                    text,
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
