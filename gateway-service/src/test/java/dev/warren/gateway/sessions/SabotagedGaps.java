package dev.warren.gateway.sessions;

import dev.warren.gateway.promises.Protection;
import dev.warren.gateway.promises.Sabotage;
import dev.warren.schemas.ids.ChannelId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

/** Gaps that may not be found. */
@Alternative
@Singleton
public class SabotagedGaps extends GapStore {
    private final Sabotage sabotage;

    SabotagedGaps(Pool pool, Sabotage sabotage) {
        super(pool);
        this.sabotage = sabotage;
    }

    @Override
    public Uni<List<Gap>> next(Collection<Integer> shards, int count, Collection<ChannelId> without, int most) {
        return sabotage.isAway(Protection.GAP)
                ? Uni.createFrom().item(List.of())
                : super.next(shards, count, without, most);
    }
}
