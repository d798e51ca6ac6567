package dev.warren.economy.giveaway;

import dev.warren.economy.ledger.Sql;
import dev.warren.runtime.departures.GuildData;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** The giveaways of a guild, with who entered and won, and its members' levels; their timers go by themselves. */
@ApplicationScoped
class GuildGiveaways implements GuildData {
    private static final String GIVEAWAYS =
            "DELETE FROM giveaway WHERE id IN (SELECT id FROM giveaway WHERE guild_id = ?1 LIMIT ?2)";
    private static final String LEVELS =
            "DELETE FROM member_level WHERE ctid IN (SELECT ctid FROM member_level WHERE guild_id = ?1 LIMIT ?2)";

    @Override
    public Uni<Integer> delete(Mutiny.StatelessSession tx, GuildId guild, int most) {
        return Sql.execute(tx, GIVEAWAYS, guild.value(), most)
                .chain(gone -> gone > 0 ? Uni.createFrom().item(gone) : Sql.execute(tx, LEVELS, guild.value(), most));
    }
}
