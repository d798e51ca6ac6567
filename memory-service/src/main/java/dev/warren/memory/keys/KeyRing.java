package dev.warren.memory.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.warren.memory.MemoryConfig;
import dev.warren.runtime.events.OnContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/** Data keys, unwrapped: the bytes of each, of which some are kept for a while. */
@ApplicationScoped
class KeyRing {
    /** A rotation elsewhere makes one try vain, and a key that somebody else adds at the same time another. */
    private static final int TRIES = 5;

    private final KeyStore store;
    private final Vaults vaults;
    private final Cache<KeyId, byte[]> known;

    KeyRing(KeyStore store, Vaults vaults, MemoryConfig config) {
        this.store = store;
        this.vaults = vaults;
        this.known = Caffeine.newBuilder()
                .maximumSize(config.keys().kept())
                .expireAfterWrite(config.keys().keptFor())
                .build();
    }

    /** Those of the keys that there are. */
    Uni<Map<KeyId, byte[]>> find(Collection<KeyId> ids) {
        return keys(ids, false);
    }

    /** The keys; those that there are not yet are made. */
    Uni<Map<KeyId, byte[]>> make(Collection<KeyId> ids) {
        return keys(ids, true);
    }

    Uni<Void> destroy(KeyId id) {
        return store.destroy(id).invoke(() -> {
            for (int generation = 0; generation <= id.generation(); generation++) {
                known.invalidate(new KeyId(id.member(), generation));
            }
        });
    }

    private Uni<Map<KeyId, byte[]>> keys(Collection<KeyId> ids, boolean make) {
        var found = new HashMap<KeyId, byte[]>(known.getAllPresent(ids));
        return found.size() == new HashSet<>(ids).size()
                ? Uni.createFrom().item(found)
                : OnContext.defer(() -> vaults.current().chain(vault -> complete(vault, ids, found, make, TRIES)));
    }

    private Uni<Map<KeyId, byte[]>> complete(
            Vault vault, Collection<KeyId> ids, Map<KeyId, byte[]> found, boolean make, int tries) {
        var missing = new HashSet<>(ids);
        missing.removeAll(found.keySet());
        return store.find(missing).chain(wrapped -> {
            for (var entry : wrapped.entrySet()) {
                var key = vault.unwrap(entry.getKey(), entry.getValue());
                if (key.isEmpty()) {
                    return again(vault, ids, found, make, tries);
                }
                keep(found, entry.getKey(), key.get());
            }
            missing.removeAll(wrapped.keySet());
            return missing.isEmpty() || !make
                    ? Uni.createFrom().item(found)
                    : add(vault, missing).chain(added -> {
                        added.forEach((id, key) -> keep(found, id, key));
                        return added.size() == missing.size()
                                ? Uni.createFrom().item(found)
                                : again(vault, ids, found, true, tries);
                    });
        });
    }

    private void keep(Map<KeyId, byte[]> found, KeyId id, byte[] key) {
        known.put(id, key);
        found.put(id, key);
    }

    private Uni<Map<KeyId, byte[]>> add(Vault vault, Collection<KeyId> missing) {
        var made = new HashMap<KeyId, byte[]>();
        var wrapped = new HashMap<KeyId, byte[]>();
        for (var id : missing) {
            var key = generate();
            made.put(id, key);
            wrapped.put(id, vault.wrap(id, key));
        }
        return store.add(vault.version(), wrapped).map(added -> {
            made.keySet().retainAll(added);
            return made;
        });
    }

    /** Another instance has made the same keys, or has rotated the master key. */
    private Uni<Map<KeyId, byte[]>> again(
            Vault vault, Collection<KeyId> ids, Map<KeyId, byte[]> found, boolean make, int tries) {
        if (tries <= 0) {
            return Uni.createFrom()
                    .failure(new IllegalStateException(
                            "keys do not open with the master key: version " + vault.version()));
        }
        var here = OnContext.executor();
        return Uni.createFrom()
                .item(vaults::reload)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(here)
                .chain(now -> complete(now, ids, found, make, tries - 1));
    }

    private static byte[] generate() {
        try {
            return Sealing.write(Sealing.generate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key cannot be made", e);
        }
    }
}
