package dev.warren.ai.lookups;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.ai.asking.Asker;
import dev.warren.runtime.events.EventPublisher;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.redis.Redis;
import dev.warren.schemas.bot.ActionEvent;
import dev.warren.schemas.bot.ActionEvent.FetchMember;
import dev.warren.schemas.bot.ActionEvent.FetchMessages;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.event.WireJson;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Looks messages and members up at Discord, in the name of a member: the gateway holds that member's permissions against it. The
 * receipt comes to whichever instance reads that partition, which leaves a mark in Redis; whoever asked looks for the mark.
 */
@ApplicationScoped
public class Lookups {
    /** Which of an event's causes is a look-up of this service. */
    static final String OURS = "/lookup:";

    private final EventPublisher publisher;
    private final Redis redis;
    private final LookupConfig config;
    private final InstantSource clock;
    private final ObjectMapper mapper = WireJson.mapper();

    Lookups(EventPublisher publisher, Redis redis, LookupConfig config, InstantSource clock) {
        this.publisher = publisher;
        this.redis = redis;
        this.config = config;
        this.clock = clock;
    }

    /**
     * The newest messages of a channel, the oldest first; the asker must be able to read it.
     *
     * @param cause the event that asks; for one channel it asks once
     * @param limit 1 to 100
     */
    public Uni<LookedUp<List<MessageCreated>>> messages(
            EventId cause, Asker asker, GuildId guild, ChannelId channel, int limit) {
        var id = cause.derive("lookup:messages:" + channel);
        var action = new FetchMessages(context(guild, asker), channel, Optional.empty(), limit);
        return ask(id, cause, guild, asker, action, new TypeReference<List<MessageCreated>>() {});
    }

    /** A member of the guild. */
    public Uni<LookedUp<Member>> member(EventId cause, Asker asker, GuildId guild, UserId user) {
        var id = cause.derive("lookup:member:" + user);
        return ask(id, cause, guild, asker, new FetchMember(context(guild, asker), user), new TypeReference<>() {});
    }

    private ActionEvent.Context context(GuildId guild, Asker asker) {
        return new ActionEvent.Context(
                guild,
                Optional.of(asker.user()),
                "asked of the bot",
                clock.instant().plus(config.patience()));
    }

    private <T> Uni<LookedUp<T>> ask(
            EventId id, EventId cause, GuildId guild, Asker asker, ActionEvent action, TypeReference<T> type) {
        var key = Keys.member(Optional.of(guild), asker.user());
        var event = new Event<>(id, "/ai", clock.instant(), key, cause, Optional.of(cause), action);
        var deadline = clock.instant().plus(config.patience());
        return publisher
                .publish(new Outgoing<>(Topics.ACTIONS, event))
                .chain(() -> mark(id, deadline))
                .chain(mark -> mark.isEmpty()
                        ? Uni.createFrom().<LookedUp<T>>item(new LookedUp.NotInTime<>())
                        : read(mark.get(), type))
                .ifNoItem()
                .after(config.patience().multipliedBy(2))
                .recoverWithItem(new LookedUp.NotInTime<>());
    }

    private Uni<Optional<Mark>> mark(EventId id, Instant deadline) {
        return Uni.createFrom()
                .deferred(() -> redis.call(commands -> commands.get(Mark.key(redis, id))))
                .chain(bytes -> {
                    if (bytes != null) {
                        return Uni.createFrom().item(Optional.of(Mark.read(bytes)));
                    }
                    return clock.instant().isAfter(deadline)
                            ? Uni.createFrom().item(Optional.<Mark>empty())
                            : Uni.createFrom()
                                    .voidItem()
                                    .onItem()
                                    .delayIt()
                                    .by(config.pause())
                                    .chain(() -> mark(id, deadline));
                });
    }

    private <T> Uni<LookedUp<T>> read(Mark mark, TypeReference<T> type) {
        return switch (mark) {
            case Mark.Refused(var reason) -> Uni.createFrom().item(new LookedUp.Refused<T>(reason));
            case Mark.Done(var key) ->
                redis.call(commands -> commands.get(key))
                        .map(bytes -> bytes == null ? new LookedUp.NotInTime<T>() : found(bytes, type));
        };
    }

    private <T> LookedUp<T> found(byte[] bytes, TypeReference<T> type) {
        try {
            return new LookedUp.Found<>(mapper.readValue(bytes, type));
        } catch (IOException e) {
            throw new UncheckedIOException("a look-up's result cannot be read", e);
        }
    }

    /** What the receipt said, as it lies in Redis. */
    sealed interface Mark {
        record Done(String key) implements Mark {}

        record Refused(String reason) implements Mark {}

        static String key(Redis redis, EventId id) {
            return redis.key("ai:lookup:" + id.value());
        }

        default byte[] bytes() {
            var text = switch (this) {
                case Done(var key) -> "+" + key;
                case Refused(var reason) -> "-" + reason;
            };
            return text.getBytes(StandardCharsets.UTF_8);
        }

        static Mark read(byte[] bytes) {
            var text = new String(bytes, StandardCharsets.UTF_8);
            return text.startsWith("+") ? new Done(text.substring(1)) : new Refused(text.substring(1));
        }
    }
}
