package dev.warren.economy.airdrop;

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
 * The airdrops of a guild, with their claims; their timers go by themselves. Of one that has not ended the giver first gets back what lies
 * in escrow, whoever claimed a share of it: nobody is there to see it shared.
 */
@ApplicationScoped
class GuildAirdrops implements GuildData {
    private static final int SETTLED_AT_ONCE = 20;

    private static final String OPEN =
            "SELECT id, giver FROM airdrop WHERE guild_id = ?1 AND NOT ended ORDER BY id LIMIT ?2";
    private static final String ONE = "DELETE FROM airdrop WHERE id = ?1";
    private static final String DELETE =
            "DELETE FROM airdrop WHERE id IN (SELECT id FROM airdrop WHERE guild_id = ?1 LIMIT ?2)";

    private final Settling settling;

    GuildAirdrops(Settling settling) {
        this.settling = settling;
    }

    @Override
    public Uni<Integer> delete(Mutiny.StatelessSession tx, GuildId guild, int most) {
        return Sql.rows(tx, OPEN, guild.value(), Math.min(most, SETTLED_AT_ONCE))
                .chain(open -> open.isEmpty()
                        ? Sql.execute(tx, DELETE, guild.value(), most)
                        : settled(tx, guild, open).replaceWith(open.size()));
    }

    private Uni<Void> settled(Mutiny.StatelessSession tx, GuildId guild, List<Object[]> open) {
        return Multi.createFrom()
                .iterable(open)
                .onItem()
                .transformToUniAndConcatenate(row -> {
                    long id = ((Number) row[0]).longValue();
                    var giver = Optional.ofNullable((Number) row[1]).map(one -> new UserId(one.longValue()));
                    return settling.settle(tx, guild, Airdrop.escrow(id), giver, Cause.AIRDROP_END)
                            .chain(() -> Sql.execute(tx, ONE, id));
                })
                .collect()
                .last()
                .replaceWithVoid();
    }
}
