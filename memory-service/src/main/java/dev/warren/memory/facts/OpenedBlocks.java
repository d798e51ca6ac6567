package dev.warren.memory.facts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.warren.schemas.ids.UserId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Blocks that were opened lately, by member, number and stamp: no more bytes than may be, and not for long after they were last used. */
@ApplicationScoped
class OpenedBlocks {
    private final Cache<Key, VectorBlock> opened;

    OpenedBlocks(FactsConfig config, MeterRegistry meters) {
        opened = Caffeine.newBuilder()
                .maximumWeight(config.cache().asLongValue())
                .weigher((Key _, VectorBlock block) -> block.bytes())
                .expireAfterAccess(config.cachedFor())
                .build();
        Gauge.builder("warren.facts.cache", opened, OpenedBlocks::bytes)
                .description("what the opened vectors of facts take in memory")
                .baseUnit("bytes")
                .register(meters);
    }

    private static double bytes(Cache<Key, VectorBlock> cache) {
        return cache.policy()
                .eviction()
                .map(eviction -> (double) eviction.weightedSize().orElse(0))
                .orElse(0.0);
    }

    private record Key(UserId member, int number, long stamp) {}

    Optional<VectorBlock> find(UserId member, int number, long stamp) {
        return Optional.ofNullable(opened.getIfPresent(new Key(member, number, stamp)));
    }

    void keep(UserId member, int number, long stamp, VectorBlock block) {
        opened.put(new Key(member, number, stamp), block);
    }

    /** Lets go of all that is a member's here; other instances let go of it after its time. */
    void forget(UserId member) {
        opened.asMap().keySet().removeIf(key -> key.member().equals(member));
    }

    /** Lets go of everything. */
    void clear() {
        opened.invalidateAll();
    }
}
