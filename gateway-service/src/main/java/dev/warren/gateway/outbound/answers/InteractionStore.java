package dev.warren.gateway.outbound.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.gateway.outbound.InteractionToken;
import dev.warren.gateway.outbound.OutboundConfig;
import dev.warren.gateway.outbound.PendingInteraction;
import dev.warren.gateway.outbound.PendingInteraction.Kind;
import dev.warren.gateway.outbound.answers.Standing.Answered;
import dev.warren.gateway.outbound.answers.Standing.Deferred;
import dev.warren.gateway.outbound.answers.Standing.Open;
import dev.warren.gateway.outbound.answers.Standing.Over;
import dev.warren.runtime.redis.Redis;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.ids.ApplicationId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.InteractionId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Interactions in Redis for as long as their tokens live, so that any instance can answer them. */
@ApplicationScoped
class InteractionStore {
    private static final String TOKEN = "token";
    private static final String APPLICATION = "application";
    private static final String KIND = "kind";
    private static final String EXPECTED = "expected";
    private static final String RECEIVED = "received";
    private static final String DEFERRED = "deferred";
    private static final String ANSWERED = "answered";
    private static final String UPDATED = "updated";

    private final Redis redis;
    private final long lifeMillis;

    InteractionStore(Redis redis, OutboundConfig config) {
        this.redis = redis;
        this.lifeMillis = config.answers().tokenLife().toMillis();
    }

    /** An interaction as another instance left it. */
    record Kept(PendingInteraction interaction, Standing standing) {}

    Uni<Void> keep(PendingInteraction interaction) {
        return put(
                interaction.id(),
                Map.of(
                        TOKEN, bytes(interaction.token().value()),
                        APPLICATION, bytes(interaction.application().toString()),
                        KIND, bytes(interaction.kind().name()),
                        EXPECTED, bytes(interaction.expected().name()),
                        RECEIVED, bytes(interaction.receivedAt().toString())));
    }

    /** Notes how far it is answered. */
    Uni<Void> note(InteractionId interaction, Standing standing) {
        return switch (standing) {
            case Deferred(var as) -> put(interaction, Map.of(DEFERRED, bytes(as.name())));
            case Answered(var by, var update) ->
                put(interaction, Map.of(ANSWERED, bytes(by.value()), UPDATED, bytes(Boolean.toString(update))));
            case Open _, Over _ -> Uni.createFrom().voidItem();
        };
    }

    Uni<Optional<Kept>> find(InteractionId interaction) {
        return redis.call(commands -> commands.hgetall(key(interaction))).map(fields -> {
            var texts = new HashMap<String, String>();
            fields.forEach((name, value) -> texts.put(name, new String(value, UTF_8)));
            return texts.containsKey(TOKEN) ? Optional.of(kept(interaction, texts)) : Optional.empty();
        });
    }

    private static Kept kept(InteractionId id, Map<String, String> fields) {
        var interaction = new PendingInteraction(
                id,
                new InteractionToken(fields.getOrDefault(TOKEN, "")),
                ApplicationId.of(fields.getOrDefault(APPLICATION, "")),
                Kind.valueOf(fields.getOrDefault(KIND, Kind.COMMAND.name())),
                AnswerKind.valueOf(fields.getOrDefault(EXPECTED, AnswerKind.PUBLIC.name())),
                Instant.parse(fields.getOrDefault(RECEIVED, Instant.EPOCH.toString())));
        Standing deferred = Optional.ofNullable(fields.get(DEFERRED))
                .<Standing>map(as -> new Deferred(AnswerKind.valueOf(as)))
                .orElseGet(Open::new);
        return new Kept(
                interaction,
                Optional.ofNullable(fields.get(ANSWERED))
                        .<Standing>map(by -> new Answered(EventId.of(by), Boolean.parseBoolean(fields.get(UPDATED))))
                        .orElse(deferred));
    }

    private Uni<Void> put(InteractionId interaction, Map<String, byte[]> fields) {
        String key = key(interaction);
        return Uni.join()
                .all(
                        redis.call(commands -> commands.hset(key, fields)).replaceWithVoid(),
                        redis.call(commands -> commands.pexpire(key, lifeMillis))
                                .replaceWithVoid())
                .andFailFast()
                .replaceWithVoid();
    }

    private String key(InteractionId interaction) {
        return redis.key("interaction:" + interaction);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
