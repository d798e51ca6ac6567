package dev.warren.economy.airdrop;

import dev.warren.economy.ledger.Sql;
import dev.warren.runtime.departures.GuildData;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** The airdrops of a guild, with their claims; their timers go by themselves. */
@ApplicationScoped
class GuildAirdrops implements GuildData {
    private static final String DELETE =
            "DELETE FROM airdrop WHERE id IN (SELECT id FROM airdrop WHERE guild_id = ?1 LIMIT ?2)";

    @Override
    public Uni<Integer> delete(Mutiny.StatelessSession tx, GuildId guild, int most) {
        return Sql.execute(tx, DELETE, guild.value(), most);
    }
}
