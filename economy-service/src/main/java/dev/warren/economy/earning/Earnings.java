package dev.warren.economy.earning;

import dev.warren.economy.desk.Occasion;
import dev.warren.economy.ledger.Sql;
import dev.warren.economy.members.MemberData;
import dev.warren.runtime.departures.GuildData;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** When members last claimed and worked. Read and written while the guild's book is open, which keeps others out. */
@ApplicationScoped
class Earnings implements MemberData, GuildData {
    private static final String FIND = """
            SELECT CAST(extract(epoch FROM claimed_at) * 1000000 AS bigint) AS claimed, streak,
                CAST(extract(epoch FROM worked_at) * 1000000 AS bigint) AS worked
            FROM earning WHERE guild_id = ?1 AND user_id = ?2""";

    private static final String CLAIMED = """
            INSERT INTO earning (guild_id, user_id, claimed_at, streak)
            VALUES (?1, ?2, CAST(CAST(?3 AS text) AS timestamptz), ?4)
            ON CONFLICT (guild_id, user_id) DO UPDATE SET claimed_at = excluded.claimed_at, streak = excluded.streak""";

    private static final String WORKED = """
            INSERT INTO earning (guild_id, user_id, worked_at) VALUES (?1, ?2, CAST(CAST(?3 AS text) AS timestamptz))
            ON CONFLICT (guild_id, user_id) DO UPDATE SET worked_at = excluded.worked_at""";

    private static final String ERASE = "DELETE FROM earning WHERE guild_id = ?1 AND user_id = ?2";

    private static final String GUILDS = "SELECT guild_id, user_id FROM earning WHERE user_id = ?1";

    private static final String DELETE = """
            DELETE FROM earning WHERE guild_id = ?1 AND user_id IN (
                SELECT user_id FROM earning WHERE guild_id = ?1 ORDER BY user_id LIMIT ?2)""";

    /** What is known of a member. */
    record Earning(Daily daily, Optional<Instant> workedAt) {}

    Uni<Earning> find(Mutiny.StatelessSession tx, GuildId guild, UserId member) {
        return Sql.rows(tx, FIND, guild.value(), member.value())
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Earning(new Daily(time(row[0]), ((Number) row[1]).intValue()), time(row[2])))
                        .orElse(new Earning(Daily.NEVER, Optional.empty())));
    }

    private static Optional<Instant> time(@Nullable Object micros) {
        return Optional.ofNullable((Number) micros)
                .map(number -> Instant.EPOCH.plus(number.longValue(), ChronoUnit.MICROS));
    }

    Uni<Void> claimed(Mutiny.StatelessSession tx, GuildId guild, UserId member, Instant at, int streak) {
        return Sql.execute(tx, CLAIMED, guild.value(), member.value(), at.toString(), streak)
                .replaceWithVoid();
    }

    Uni<Void> worked(Mutiny.StatelessSession tx, GuildId guild, UserId member, Instant at) {
        return Sql.execute(tx, WORKED, guild.value(), member.value(), at.toString())
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Outgoing<?>>> erase(Occasion occasion, Mutiny.StatelessSession tx, UserId member) {
        return Sql.execute(tx, ERASE, occasion.guild().value(), member.value()).replaceWith(List.of());
    }

    @Override
    public Uni<List<GuildId>> guilds(Mutiny.StatelessSession tx, UserId member) {
        return Sql.rows(tx, GUILDS, member.value()).map(MemberData::guilds);
    }

    @Override
    public Uni<Integer> delete(Mutiny.StatelessSession tx, GuildId guild, int most) {
        return Sql.execute(tx, DELETE, guild.value(), most);
    }
}
