package dev.warren.gateway.outbound.sending;

import dev.warren.gateway.outbound.rendering.MessageForm;
import dev.warren.gateway.outbound.rendering.Rendering;
import dev.warren.gateway.rest.RestBody.FilePart;
import dev.warren.runtime.redis.FileGone;
import dev.warren.runtime.redis.Files;
import dev.warren.runtime.trouble.Waiting;
import dev.warren.schemas.bot.FileRef;
import dev.warren.schemas.bot.MessageBody;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Renders messages with the bytes of their files, which lie in the record or, when large, in Redis. */
@ApplicationScoped
public class Renderer {
    private final Files files;
    private final Waiting waiting;

    Renderer(Files files, Waiting waiting) {
        this.files = files;
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
        return waiting.outage(() -> files.load(file))
                .map(bytes -> Optional.of(new FilePart(file.name(), file.contentType(), Buffer.buffer(bytes))))
                .onFailure(failure -> failure instanceof FileGone || failure instanceof IllegalArgumentException)
                .recoverWithItem(Optional.empty());
    }
}
