package dev.warren.ai.budget;

import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What was spent, day by day. */
@ApplicationScoped
class Costs {
    private static final String DAYS = """
        SELECT day, tokens, money, calls FROM spending
        WHERE guild_id = $1 AND user_id = $2 AND scope = $3 AND day > $4 ORDER BY day\
        """;

    private final Pool pool;

    Costs(Pool pool) {
        this.pool = pool;
    }

    /** One day. */
    record Day(LocalDate day, Spending spent, long calls) {}

    /** Of a member in a guild, the newest day last; only days on which something was spent. */
    Uni<List<Day>> ofMember(Optional<GuildId> guild, UserId member, LocalDate after) {
        return days(guild.map(GuildId::value).orElse(0L), member.value(), "member", after);
    }

    /** Of a whole guild. */
    Uni<List<Day>> ofGuild(GuildId guild, LocalDate after) {
        return days(guild.value(), 0, "guild", after);
    }

    private Uni<List<Day>> days(long guild, long user, String scope, LocalDate after) {
        return pool.preparedQuery(DAYS)
                .execute(Tuple.of(guild, user, scope, after))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Day(
                                row.getLocalDate("day"),
                                new Spending(row.getLong("tokens"), row.getLong("money")),
                                row.getLong("calls")))
                        .toList());
    }
}
