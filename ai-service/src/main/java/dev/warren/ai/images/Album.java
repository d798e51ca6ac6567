package dev.warren.ai.images;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.runtime.redis.Redis;
import dev.warren.schemas.bot.FileRef;
import dev.warren.schemas.event.WireJson;
import dev.warren.schemas.ids.GuildId;
import io.lettuce.core.SetArgs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Pictures lately made, for the same order in the same guild; never for another guild. The bytes lie where files of messages do. */
@ApplicationScoped
class Album {
    private final Redis redis;
    private final ImageConfig config;
    private final ObjectMapper mapper = WireJson.mapper();

    Album(Redis redis, ImageConfig config) {
        this.redis = redis;
        this.config = config;
    }

    /** The file, where it was made lately; Redis being away is as if it were not. */
    Uni<Optional<FileRef>> find(GuildId guild, Order order) {
        return config.mostKept() == 0
                ? Uni.createFrom().item(Optional.empty())
                : redis.call(commands -> commands.get(key(guild, order)))
                        .map(bytes -> Optional.ofNullable(bytes).flatMap(this::read))
                        .onFailure()
                        .recoverWithItem(Optional.empty());
    }

    /** Keeps it, and forgets the oldest ones of the guild beyond the bound. */
    Uni<Void> keep(GuildId guild, Order order, FileRef file) {
        if (config.mostKept() == 0) {
            return Uni.createFrom().voidItem();
        }
        var key = key(guild, order);
        var list = redis.key("ai:album:" + guild);
        var kept = SetArgs.Builder.px(config.kept());
        return redis.call(commands -> commands.set(key, write(file), kept))
                .chain(() -> redis.call(commands -> commands.lpush(list, key.getBytes(UTF_8))))
                .chain(() -> redis.call(commands -> commands.lrange(list, config.mostKept(), -1)))
                .call(old -> old.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : redis.call(commands -> commands.del(old.stream()
                                .map(bytes -> new String(bytes, UTF_8))
                                .filter(one -> !one.equals(key))
                                .toArray(String[]::new))))
                .chain(() -> redis.call(commands -> commands.ltrim(list, 0, config.mostKept() - 1L)))
                .chain(() -> redis.call(commands -> commands.pexpire(list, config.kept())))
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    private String key(GuildId guild, Order order) {
        var same =
                order.whole().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip() + "\n" + order.shape();
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(same.getBytes(UTF_8));
            return redis.key("ai:picture:" + guild + ":" + HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private Optional<FileRef> read(byte[] bytes) {
        try {
            return Optional.of(mapper.readValue(bytes, FileRef.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private byte[] write(FileRef file) {
        try {
            return mapper.writeValueAsBytes(file);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a file cannot be written", e);
        }
    }
}
