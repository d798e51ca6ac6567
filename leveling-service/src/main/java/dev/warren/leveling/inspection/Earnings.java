package dev.warren.leveling.inspection;

import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What made a member's XP, entry by entry, and their sums at any moment. */
@ApplicationScoped
class Earnings {
    /** A minute of a voice channel is earned when it is over. Adjustments have the time at which they were stored. */
    private static final String ALL = """
            WITH entry AS (
                SELECT 'message' AS kind, (winner >> 22) + 1420070400000 AS at, winner AS reference, xp::bigint AS xp
                FROM minute_award WHERE guild_id = $1 AND user_id = $2
                UNION ALL
                SELECT 'voice', (minute + 1)::bigint * 60000, channel, xp FROM voice_award WHERE guild_id = $1 AND user_id = $2
                UNION ALL
                SELECT 'coins', at, transaction, xp FROM coin_award WHERE guild_id = $1 AND user_id = $2
                UNION ALL
                SELECT 'adjustment', at, 0, change FROM adjustment_log WHERE guild_id = $1 AND user_id = $2
            ), counted AS (
                SELECT coalesce(sum(xp) FILTER (WHERE kind <> 'adjustment'), 0)::bigint AS earned,
                    coalesce(sum(xp) FILTER (WHERE kind = 'adjustment'), 0)::bigint AS adjusted
                FROM entry WHERE at <= $3
            )
            SELECT earned, adjusted, kind, at, reference, xp
            FROM counted LEFT JOIN LATERAL (
                SELECT * FROM entry WHERE at <= $3 ORDER BY at DESC, reference DESC LIMIT $4
            ) AS last ON true""";

    private final Pool pool;

    Earnings(Pool pool) {
        this.pool = pool;
    }

    /**
     * One thing that gave or took XP.
     *
     * @param kind message, voice, coins or adjustment
     * @param reference the message, the channel, or the number of the transaction
     */
    record Entry(String kind, Instant at, long reference, long xp) {}

    /**
     * What a member had at a moment.
     *
     * @param last what gave it, the newest first
     */
    record Sum(long earned, long adjusted, List<Entry> last) {
        Sum {
            last = List.copyOf(last);
        }

        long xp() {
            return Math.max(0, earned + adjusted);
        }
    }

    Uni<Sum> at(GuildId guild, UserId member, Instant moment, int most) {
        return pool.preparedQuery(ALL)
                .execute(Tuple.of(guild.value(), member.value(), moment.toEpochMilli(), most))
                .map(rows -> {
                    var entries = new ArrayList<Entry>();
                    long earned = 0;
                    long adjusted = 0;
                    for (var row : rows) {
                        earned = row.getLong("earned");
                        adjusted = row.getLong("adjusted");
                        if (row.getString("kind") != null) {
                            entries.add(new Entry(
                                    row.getString("kind"),
                                    Instant.ofEpochMilli(row.getLong("at")),
                                    row.getLong("reference"),
                                    row.getLong("xp")));
                        }
                    }
                    return new Sum(earned, adjusted, entries);
                });
    }
}
