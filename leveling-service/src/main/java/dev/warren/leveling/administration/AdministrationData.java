package dev.warren.leveling.administration;

import dev.warren.runtime.departures.GuildData;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** What resets and imports keep of a guild. */
@ApplicationScoped
class AdministrationData implements GuildData {
    private static final String MEMBERS = """
            DELETE FROM xp_reset_member WHERE ctid IN (
                SELECT ctid FROM xp_reset_member WHERE guild_id = ?1 LIMIT ?2)""";

    private static final String RESETS = """
            WITH imports AS (DELETE FROM xp_import WHERE guild_id = ?1)
            DELETE FROM xp_reset WHERE ctid IN (SELECT ctid FROM xp_reset WHERE guild_id = ?1 LIMIT ?2)""";

    @Override
    public Uni<Integer> delete(Mutiny.StatelessSession tx, GuildId guild, int most) {
        return Sql.execute(tx, MEMBERS, guild.value(), most)
                .chain(members ->
                        members > 0 ? Uni.createFrom().item(members) : Sql.execute(tx, RESETS, guild.value(), most));
    }
}
