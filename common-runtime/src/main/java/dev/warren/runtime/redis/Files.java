package dev.warren.runtime.redis;

import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.schemas.bot.FileRef;
import io.lettuce.core.SetArgs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Files for messages. Small ones travel in the record; the bytes of larger ones wait in Redis, under a key made from them, so that the
 * same file made again is the same file.
 */
@ApplicationScoped
public class Files {
    private final Redis redis;
    private final RuntimeConfig config;

    Files(Redis redis, RuntimeConfig config) {
        this.redis = redis;
        this.config = config;
    }

    /**
     * Makes bytes a file of a message.
     *
     * @param name as members see it
     * @param alt the alternative text; empty for none
     */
    public Uni<FileRef> attach(String name, String contentType, String alt, byte[] bytes) {
        var description = Optional.of(alt).filter(text -> !text.isBlank());
        if (bytes.length <= config.records().inlineBytes()) {
            var text = Base64.getEncoder().encodeToString(bytes);
            return Uni.createFrom()
                    .item(new FileRef(name, contentType, description, Optional.of(text), Optional.empty()));
        }
        return keep(name, contentType, alt, bytes);
    }

    /** The same, but the bytes lie in Redis whatever their size: for what is sent often, so that no record carries it each time. */
    public Uni<FileRef> keep(String name, String contentType, String alt, byte[] bytes) {
        var description = Optional.of(alt).filter(text -> !text.isBlank());
        var key = redis.key("file:" + digest(bytes));
        var hour = SetArgs.Builder.px(config.records().claims());
        return redis.call(commands -> commands.set(key, bytes, hour))
                .map(_ -> new FileRef(name, contentType, description, Optional.empty(), Optional.of(key)));
    }

    /** The bytes of a file; {@link FileGone} when they were claimed too late. */
    public Uni<byte[]> load(FileRef file) {
        if (file.claim().isEmpty()) {
            return Uni.createFrom().item(Base64.getDecoder().decode(file.bytes().orElseThrow()));
        }
        var key = file.claim().get();
        return redis.call(commands -> commands.get(key)).onItem().ifNull().failWith(() -> new FileGone(key));
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
