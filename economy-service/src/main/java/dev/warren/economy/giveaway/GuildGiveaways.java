package dev.warren.economy.giveaway;

import dev.warren.economy.desk.Settling;
import dev.warren.economy.ledger.Sql;
import dev.warren.runtime.departures.GuildData;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The giveaways of a guild, with who entered and won, and its members' levels; their timers go by themselves. Of one that was not drawn the
 * host first gets back what lies in escrow.
 */
@ApplicationScoped
class GuildGiveaways implements GuildData {
    private static final int SETTLED_AT_ONCE = 20;

    private static final String OPEN = """
            SELECT id, host FROM giveaway WHERE guild_id = ?1 AND rounds = 0 AND coins > 0 ORDER BY id LIMIT ?2""";
    private static final String ONE = "DELETE FROM giveaway WHERE id = ?1";
    private static final String GIVEAWAYS =
            "DELETE FROM giveaway WHERE id IN (SELECT id FROM giveaway WHERE guild_id = ?1 LIMIT ?2)";
    private static final String LEVELS =
            "DELETE FROM member_level WHERE ctid IN (SELECT ctid FROM member_level WHERE guild_id = ?1 LIMIT ?2)";

    private final Settling settling;

    GuildGiveaways(Settling settling) {
        this.settling = settling;
    }

    @Override
    public Uni<Integer> delete(Mutiny.StatelessSession tx, GuildId guild, int most) {
        return Sql.rows(tx, OPEN, guild.value(), Math.min(most, SETTLED_AT_ONCE))
                .chain(open -> open.isEmpty()
                        ? Sql.execute(tx, GIVEAWAYS, guild.value(), most)
                        : settled(tx, guild, open).replaceWith(open.size()))
                .chain(gone -> gone > 0 ? Uni.createFrom().item(gone) : Sql.execute(tx, LEVELS, guild.value(), most));
    }

    private Uni<Void> settled(Mutiny.StatelessSession tx, GuildId guild, List<Object[]> open) {
        return Multi.createFrom()
                .iterable(open)
                .onItem()
                .transformToUniAndConcatenate(row -> {
                    long id = ((Number) row[0]).longValue();
                    var host = Optional.ofNullable((Number) row[1]).map(one -> new UserId(one.longValue()));
                    return settling.settle(tx, guild, Giveaway.escrow(id), host, Cause.PRIZE)
                            .chain(() -> Sql.execute(tx, ONE, id));
                })
                .collect()
                .last()
                .replaceWithVoid();
    }
}
