package dev.warren.economy.game;

import dev.warren.economy.ledger.Sql;
import dev.warren.runtime.departures.GuildData;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** The games of a guild, and the seeds of its members. */
@ApplicationScoped
class GuildGames implements GuildData {
    private static final String GAMES =
            "DELETE FROM game WHERE id IN (SELECT id FROM game WHERE guild_id = ?1 LIMIT ?2)";
    private static final String SEEDS =
            "DELETE FROM fair_seed WHERE id IN (SELECT id FROM fair_seed WHERE guild_id = ?1 LIMIT ?2)";
    private static final String OWN =
            "DELETE FROM fair_member WHERE ctid IN (SELECT ctid FROM fair_member WHERE guild_id = ?1 LIMIT ?2)";

    @Override
    public Uni<Integer> delete(Mutiny.StatelessSession tx, GuildId guild, int most) {
        return Sql.execute(tx, GAMES, guild.value(), most)
                .chain(gone -> gone > 0 ? Uni.createFrom().item(gone) : Sql.execute(tx, SEEDS, guild.value(), most))
                .chain(gone -> gone > 0 ? Uni.createFrom().item(gone) : Sql.execute(tx, OWN, guild.value(), most));
    }
}
