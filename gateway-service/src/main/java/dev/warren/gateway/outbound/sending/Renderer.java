package dev.warren.gateway.outbound.sending;

import dev.warren.gateway.outbound.rendering.MessageForm;
import dev.warren.gateway.outbound.rendering.Rendering;
import dev.warren.gateway.rest.RestBody.FilePart;
import dev.warren.runtime.redis.Redis;
import dev.warren.runtime.trouble.Waiting;
import dev.warren.schemas.bot.FileRef;
import dev.warren.schemas.bot.MessageBody;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Renders messages with the bytes of their files, which lie in the record or, when large, in Redis. */
@ApplicationScoped
public class Renderer {
    private final Redis redis;
    private final Waiting waiting;

    Renderer(Redis redis, Waiting waiting) {
        this.redis = redis;
        this.waiting = waiting;
    }

    /** A new message. */
    public Uni<Rendering> creation(MessageBody body) {
        return render(body, MessageForm::creation);
    }

    /** A message that takes the place of another. */
    public Uni<Rendering> edition(MessageBody body) {
        return render(body, MessageForm::edition);
    }

    private Uni<Rendering> render(MessageBody body, BiFunction<MessageBody, List<FilePart>, Rendering> form) {
        if (body.files().isEmpty()) {
            return Uni.createFrom().item(form.apply(body, List.of()));
        }
        return Uni.join()
                .all(body.files().stream().map(this::load).toList())
                .andFailFast()
                .map(loaded -> {
                    List<FilePart> files =
                            loaded.stream().flatMap(Optional::stream).toList();
                    return files.size() == loaded.size()
                            ? form.apply(body, files)
                            : new Rendering.Impossible("the bytes of a file are gone");
                });
    }

    private Uni<Optional<FilePart>> load(FileRef file) {
        return file.bytes()
                .map(text -> Uni.createFrom().item(decode(file, text)))
                .orElseGet(() -> claimed(file));
    }

    private static Optional<FilePart> decode(FileRef file, String base64) {
        try {
            return Optional.of(part(file, Base64.getDecoder().decode(base64)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private Uni<Optional<FilePart>> claimed(FileRef file) {
        String key = redis.key(file.claim().orElseThrow());
        return waiting.outage(() -> redis.call(commands -> commands.get(key)))
                .map(bytes -> Optional.ofNullable(bytes).map(found -> part(file, found)));
    }

    private static FilePart part(FileRef file, byte[] bytes) {
        return new FilePart(file.name(), file.contentType(), Buffer.buffer(bytes));
    }
}
