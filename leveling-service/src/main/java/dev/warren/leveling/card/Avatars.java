package dev.warren.leveling.card;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.warren.leveling.cdn.Cdn;
import dev.warren.leveling.cdn.CdnConfig;
import dev.warren.schemas.ids.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The avatars of members, as far as they come in time. One that did not come is not waited for again for a while. */
@ApplicationScoped
class Avatars {
    private final Cdn cdn;
    private final Cache<Key, byte[]> kept;
    private final Cache<Key, Boolean> missed;

    private record Key(UserId member, String hash) {}

    Avatars(Cdn cdn, CdnConfig config) {
        this.cdn = cdn;
        this.kept = Caffeine.newBuilder().maximumSize(config.avatars()).build();
        this.missed = Caffeine.newBuilder()
                .maximumSize(config.avatars())
                .expireAfterWrite(config.avatarPause())
                .build();
    }

    /** PNG or another format of ImageIO; none when it did not come. Never fails. */
    CompletableFuture<Optional<byte[]>> find(UserId member, String hash) {
        var key = new Key(member, hash);
        var known = Optional.ofNullable(kept.getIfPresent(key));
        if (known.isPresent() || missed.getIfPresent(key) != null) {
            return CompletableFuture.completedFuture(known);
        }
        return cdn.avatar(member, hash).handle((bytes, failure) -> {
            if (failure == null) {
                kept.put(key, bytes);
                return Optional.of(bytes);
            }
            missed.put(key, true);
            return Optional.empty();
        });
    }
}
