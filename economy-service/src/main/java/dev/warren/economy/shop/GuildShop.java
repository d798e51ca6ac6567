package dev.warren.economy.shop;

import dev.warren.economy.ledger.Sql;
import dev.warren.runtime.departures.GuildData;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a guild sold, who had it, and the roles it lent. */
@ApplicationScoped
class GuildShop implements GuildData {
    private static final String POSSESSIONS =
            "DELETE FROM possession WHERE ctid IN (SELECT ctid FROM possession WHERE guild_id = ?1 LIMIT ?2)";
    private static final String ITEMS =
            "DELETE FROM item WHERE id IN (SELECT id FROM item WHERE guild_id = ?1 LIMIT ?2)";
    private static final String LOANS =
            "DELETE FROM role_loan WHERE id IN (SELECT id FROM role_loan WHERE guild_id = ?1 LIMIT ?2)";

    @Override
    public Uni<Integer> delete(Mutiny.StatelessSession tx, GuildId guild, int most) {
        return Sql.execute(tx, LOANS, guild.value(), most)
                .chain(gone ->
                        gone > 0 ? Uni.createFrom().item(gone) : Sql.execute(tx, POSSESSIONS, guild.value(), most))
                .chain(gone -> gone > 0 ? Uni.createFrom().item(gone) : Sql.execute(tx, ITEMS, guild.value(), most));
    }
}
