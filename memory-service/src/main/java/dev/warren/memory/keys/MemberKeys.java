package dev.warren.memory.keys;

import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The data key of each member, one for all guilds. */
@ApplicationScoped
public class MemberKeys {
    private final KeyRing ring;
    private final Standings standings;

    MemberKeys(KeyRing ring, Standings standings) {
        this.ring = ring;
        this.standings = standings;
    }

    /** To write with: made where there is none. Until the transaction ends the member is not erased. */
    public Uni<MemberKey> of(Mutiny.StatelessSession tx, UserId user) {
        return standings.lock(tx, user).chain(standing -> {
            var id = id(user, standing);
            return ring.make(List.of(id))
                    .map(keys -> key(user, keys, id)
                            .orElseThrow(() -> new IllegalStateException("a key was made and is not there")));
        });
    }

    /** To read with; none where nothing of the member's was ever sealed, or they are being erased. */
    public Uni<Optional<MemberKey>> find(Mutiny.StatelessSession tx, UserId user) {
        return standings.find(tx, user).chain(standing -> {
            var id = id(user, standing);
            return ring.find(List.of(id)).map(keys -> key(user, keys, id));
        });
    }

    /** To write with, for those of a batch, whose standings are locked. */
    public Uni<Map<UserId, MemberKey>> of(Map<UserId, Standing> locked) {
        var ids = new HashMap<UserId, KeyId>();
        locked.forEach((user, standing) -> ids.put(user, id(user, standing)));
        return ring.make(ids.values()).map(keys -> {
            var found = new HashMap<UserId, MemberKey>();
            ids.forEach((user, id) -> key(user, keys, id).ifPresent(key -> found.put(user, key)));
            return found;
        });
    }

    /**
     * Destroys the member's key, at once and for good, whatever becomes of the transaction: delete all that it sealed in the same one, and
     * try again until that is done.
     */
    public Uni<Void> destroy(Mutiny.StatelessSession tx, UserId user, Instant at) {
        return standings
                .erase(tx, user, at)
                .chain(standing -> ring.destroy(new KeyId(user.value(), standing.generation() - 1)));
    }

    private static KeyId id(UserId user, Standing standing) {
        return new KeyId(user.value(), standing.generation());
    }

    private static Optional<MemberKey> key(UserId user, Map<KeyId, byte[]> keys, KeyId id) {
        return Optional.ofNullable(keys.get(id)).map(key -> key(user, key));
    }

    static MemberKey key(UserId user, byte[] key) {
        try {
            return new MemberKey(user, Sealing.aead(Sealing.read(key)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a data key cannot be read", e);
        }
    }
}
