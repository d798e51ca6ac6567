package dev.warren.economy.members;

import dev.warren.economy.ledger.Sql;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who was erased, and when: what was told of them from before counts no more, however late it comes. */
@ApplicationScoped
public class Erased {
    private static final String REMEMBER = """
            INSERT INTO erased_member (user_id, guild_id, erased_at) VALUES (?1, ?2, CAST(CAST(?3 AS text) AS timestamptz))
            ON CONFLICT (user_id, guild_id) DO UPDATE SET erased_at = greatest(erased_member.erased_at, excluded.erased_at)""";

    private static final String SINCE = """
            SELECT user_id, guild_id FROM erased_member
            WHERE user_id = ?1 AND guild_id IN (0, ?2) AND erased_at >= CAST(CAST(?3 AS text) AS timestamptz)""";

    /** @param guild 0 for all */
    Uni<Void> remember(Mutiny.StatelessSession tx, UserId member, long guild, Instant at) {
        return Sql.execute(tx, REMEMBER, member.value(), guild, at.toString()).replaceWithVoid();
    }

    /** Whether a member was erased in a guild at that time or after. */
    public Uni<Boolean> since(Mutiny.StatelessSession tx, GuildId guild, UserId member, Instant time) {
        return Sql.rows(tx, SINCE, member.value(), guild.value(), time.toString())
                .map(rows -> !rows.isEmpty());
    }
}
