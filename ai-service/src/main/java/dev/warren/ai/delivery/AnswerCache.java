package dev.warren.ai.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.ai.AiConfig;
import dev.warren.runtime.redis.Redis;
import dev.warren.schemas.event.WireJson;
import dev.warren.schemas.ids.GuildId;
import io.lettuce.core.SetArgs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Answers that are given again to the same question in the same guild. A guild has so many places, and a question's place follows from
 * its hash: a new answer takes the place of an older one, so there are never more. Only answers without anything personal belong here.
 */
@ApplicationScoped
public class AnswerCache {
    private static final ObjectMapper MAPPER = WireJson.mapper();

    private final Redis redis;
    private final AiConfig.Cache config;

    AnswerCache(Redis redis, AiConfig config) {
        this.redis = redis;
        this.config = config.cache();
    }

    /** An answer, and what gave it. */
    public record Kept(String question, String text, String model) {}

    /**
     * A question as it is looked up.
     *
     * @param digest of all that the answer depends on
     */
    public record Key(GuildId guild, String digest) {
        /**
         * @param depends the persona, its instructions, the choice of model: whatever else the answer depends on
         * @param prompt in any case, spacing and form of Unicode
         */
        public static Key of(GuildId guild, List<String> depends, String prompt) {
            var normal = Normalizer.normalize(prompt, Normalizer.Form.NFKC)
                    .toLowerCase(Locale.ROOT)
                    .strip()
                    .replaceAll("\\s+", " ")
                    .replaceAll("[.!?…]+$", "");
            return new Key(guild, sha(guild + "\0" + String.join("\0", depends) + "\0" + normal));
        }

        private static String sha(String text) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }

    /** The answer that was given to it lately; none also when Redis is away. */
    public Uni<Optional<Kept>> find(Key key) {
        if (config.entries() == 0) {
            return Uni.createFrom().item(Optional.empty());
        }
        return redis.call(commands -> commands.get(place(key)))
                .map(bytes -> Optional.ofNullable(bytes)
                        .flatMap(AnswerCache::read)
                        .filter(kept -> kept.question().equals(key.digest())))
                .onFailure()
                .recoverWithItem(Optional.<Kept>empty());
    }

    /** Keeps an answer, unless it is too long. */
    public Uni<Void> keep(Key key, String text, String model) {
        if (config.entries() == 0 || text.length() > config.characters()) {
            return Uni.createFrom().voidItem();
        }
        return redis.call(commands -> commands.set(
                        place(key), write(new Kept(key.digest(), text, model)), SetArgs.Builder.px(config.keeps())))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private String place(Key key) {
        int place = Math.floorMod(
                ByteBuffer.wrap(HexFormat.of().parseHex(key.digest())).getInt(), config.entries());
        return redis.key("ai:answers:" + key.guild() + ":" + place);
    }

    private static byte[] write(Kept kept) {
        try {
            return MAPPER.writeValueAsBytes(kept);
        } catch (IOException e) {
            throw new IllegalStateException("an answer cannot be written", e);
        }
    }

    private static Optional<Kept> read(byte[] bytes) {
        try {
            return Optional.of(MAPPER.readValue(bytes, Kept.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
