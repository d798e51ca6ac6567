package dev.warren.ai.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.ai.AiConfig;
import dev.warren.runtime.redis.Redis;
import dev.warren.schemas.event.WireJson;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.UserId;
import io.lettuce.core.SetArgs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * What was said lately in a conversation, and what the one before was about. It lies in Redis for a limited time; without it the bot
 * knows less, and answers all the same.
 */
@ApplicationScoped
class Window {
    private static final Logger LOG = Logger.getLogger(Window.class);
    private static final ObjectMapper MAPPER = WireJson.mapper();

    private final Redis redis;
    private final AiConfig.Conversations config;

    Window(Redis redis, AiConfig config) {
        this.redis = redis;
        this.config = config.conversations();
    }

    /** A turn that was answered. */
    record Said(String prompt, String answer, Instant at) {}

    /** The last turns, the oldest first. */
    Uni<List<Said>> last(String conversation) {
        return redis.call(commands -> commands.lrange(turns(conversation), 0, -1))
                .map(entries ->
                        entries.stream().flatMap(entry -> read(entry).stream()).toList())
                .onFailure()
                .invoke(Window::notThere)
                .onFailure()
                .recoverWithItem(List.of());
    }

    Uni<Void> add(String conversation, Said said) {
        var key = turns(conversation);
        return redis.call(commands -> {
                    commands.rpush(key, write(said));
                    commands.ltrim(key, -Math.max(1, config.turns()), -1);
                    return commands.pexpire(key, config.words());
                })
                .onFailure()
                .invoke(Window::notThere)
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    /** What the last conversation of the member in the channel was about. */
    Uni<Optional<String>> summary(ChannelId channel, UserId user) {
        return redis.call(commands -> commands.get(summaryKey(channel, user)))
                .map(bytes -> Optional.ofNullable(bytes).map(text -> new String(text, UTF_8)))
                .onFailure()
                .invoke(Window::notThere)
                .onFailure()
                .recoverWithItem(Optional.<String>empty());
    }

    Uni<Void> summarised(ChannelId channel, UserId user, String summary) {
        return redis.call(commands -> commands.set(
                        summaryKey(channel, user), summary.getBytes(UTF_8), SetArgs.Builder.px(config.summary())))
                .onFailure()
                .invoke(Window::notThere)
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    /** Forgets a conversation, and what the one before was about. */
    Uni<Void> clear(Talk talk) {
        return redis.call(commands -> commands.del(turns(talk.id()), summaryKey(talk.channel(), talk.user())))
                .replaceWithVoid();
    }

    private String turns(String conversation) {
        return redis.key("ai:turns:" + conversation);
    }

    private String summaryKey(ChannelId channel, UserId user) {
        return redis.key("ai:summary:" + channel + ":" + user);
    }

    private static byte[] write(Said said) {
        try {
            return MAPPER.writeValueAsBytes(said);
        } catch (IOException e) {
            throw new IllegalStateException("a turn cannot be written", e);
        }
    }

    private static Optional<Said> read(byte[] bytes) {
        try {
            return Optional.of(MAPPER.readValue(bytes, Said.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void notThere(Throwable failure) {
        LOG.debugf(
                "answered without what was said before error=%s",
                failure.getClass().getName());
    }
}
