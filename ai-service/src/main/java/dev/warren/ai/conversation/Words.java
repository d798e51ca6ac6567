package dev.warren.ai.conversation;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.ai.AiConfig;
import dev.warren.runtime.redis.Redis;
import dev.warren.schemas.discord.MessageEvent;
import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.discord.MessageEvent.MessageDeleted;
import dev.warren.schemas.discord.MessageEvent.MessageEdited;
import dev.warren.schemas.event.WireJson;
import dev.warren.schemas.ids.MessageId;
import io.lettuce.core.SetArgs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * What was written lately in channels where the bot may be asked, for chains of replies: in Redis, cut short and for a limited time. A
 * message that is edited or deleted is forgotten.
 */
@ApplicationScoped
class Words {
    private static final Logger LOG = Logger.getLogger(Words.class);
    private static final ObjectMapper MAPPER = WireJson.mapper();
    private static final int LONGEST = 1_000;

    private final Redis redis;
    private final AiConfig.Conversations config;

    Words(Redis redis, AiConfig config) {
        this.redis = redis;
        this.config = config.conversations();
    }

    /** A message of a chain. */
    record Written(String author, boolean bot, String text, Optional<MessageId> replyTo) {}

    /** Notes what was written; nobody waits for it. */
    void note(MessageEvent event) {
        switch (event) {
            case MessageCreated created
            when created.content().isBlank() || created.command().isPresent() -> {}
            case MessageCreated created -> keep(created);
            case MessageEdited edited -> forget(edited.id());
            case MessageDeleted deleted -> forget(deleted.id());
            case MessageEvent.MessageUnfolded _, MessageEvent.Unknown _ -> {}
        }
    }

    private void keep(MessageCreated created) {
        var text = created.content();
        var written = new Written(
                created.author().displayName(),
                created.author().bot(),
                text.length() > LONGEST ? text.substring(0, LONGEST) : text,
                created.replyTo());
        later(redis.call(
                commands -> commands.set(key(created.id()), write(written), SetArgs.Builder.px(config.words()))));
    }

    private void forget(MessageId id) {
        later(redis.call(commands -> commands.del(key(id))));
    }

    private static void later(Uni<?> work) {
        work.subscribe()
                .with(
                        _ -> {},
                        failure -> LOG.debugf(
                                "a message is not kept error=%s",
                                failure.getClass().getName()));
    }

    /** The messages up from one, the oldest first. */
    Uni<List<Written>> chain(Optional<MessageId> from) {
        return from.isEmpty() ? Uni.createFrom().item(List.of()) : up(from.get(), new ArrayDeque<>());
    }

    private Uni<List<Written>> up(MessageId id, Deque<Written> found) {
        if (found.size() >= config.chain()) {
            return Uni.createFrom().item(new ArrayList<>(found));
        }
        return redis.call(commands -> commands.get(key(id)))
                .map(bytes -> Optional.ofNullable(bytes).flatMap(Words::read))
                .onFailure()
                .recoverWithItem(Optional.<Written>empty())
                .chain(written -> {
                    written.ifPresent(found::addFirst);
                    return written.flatMap(Written::replyTo)
                            .map(next -> up(next, found))
                            .orElseGet(() -> Uni.createFrom().item(new ArrayList<>(found)));
                });
    }

    private String key(MessageId id) {
        return redis.key("ai:words:" + id);
    }

    private static byte[] write(Written written) {
        try {
            return MAPPER.writeValueAsBytes(written);
        } catch (IOException e) {
            throw new IllegalStateException("a message cannot be written", e);
        }
    }

    private static Optional<Written> read(byte[] bytes) {
        try {
            return Optional.of(MAPPER.readValue(bytes, Written.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
