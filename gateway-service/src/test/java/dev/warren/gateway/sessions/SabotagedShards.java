package dev.warren.gateway.sessions;

import dev.warren.gateway.promises.Protection;
import dev.warren.gateway.promises.Sabotage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Shards that may forget their session from one owner to the next. */
@Alternative
@Singleton
public class SabotagedShards extends ShardStore {
    private final Sabotage sabotage;

    SabotagedShards(Pool pool, Sabotage sabotage) {
        super(pool);
        this.sabotage = sabotage;
    }

    @Override
    public Uni<Memory> own(int shard, int shards) {
        var owned = super.own(shard, shards);
        return sabotage.isAway(Protection.RESUME) ? owned.map(SabotagedShards::forgetful) : owned;
    }

    private static Memory forgetful(Memory all) {
        return new Memory(all.epoch(), Optional.empty(), all.newest(), all.since(), all.awaited(), all.marks());
    }
}
