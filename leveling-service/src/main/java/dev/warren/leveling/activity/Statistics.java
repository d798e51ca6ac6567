package dev.warren.leveling.activity;

import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Counts over a period, of a guild or of one member in it. */
@ApplicationScoped
class Statistics {
    private static final String MESSAGES = """
            SELECT (hour - $3) / $4 AS step, sum(cardinality(messages))::bigint AS messages
            FROM message_hour
            WHERE guild_id = $1 AND hour >= $3 AND hour < $3 + $4 * $5 AND ($2::bigint = 0 OR user_id = $2)
            GROUP BY 1""";

    private static final String SUMS = """
            SELECT
                (SELECT count(DISTINCT user_id) FROM message_hour
                    WHERE guild_id = $1 AND hour >= $3 AND ($2::bigint = 0 OR user_id = $2)) AS active,
                (SELECT count(DISTINCT hour / 24) FROM message_hour
                    WHERE guild_id = $1 AND hour >= $3 AND ($2::bigint = 0 OR user_id = $2)) AS days,
                (SELECT count(*) FROM command_use WHERE guild_id = $1 AND hour >= $3 AND ($2::bigint = 0 OR user_id = $2)) AS commands,
                (SELECT count(*) FROM member_change
                    WHERE guild_id = $1 AND at >= $4 AND joined AND ($2::bigint = 0 OR user_id = $2)) AS joins,
                (SELECT count(*) FROM member_change
                    WHERE guild_id = $1 AND at >= $4 AND NOT joined AND ($2::bigint = 0 OR user_id = $2)) AS leaves""";

    private static final String COMMANDS = """
            SELECT command, count(*) AS uses FROM command_use
            WHERE guild_id = $1 AND hour >= $3 AND ($2::bigint = 0 OR user_id = $2)
            GROUP BY command ORDER BY uses DESC, command LIMIT $4""";

    private static final String JOINED = """
            SELECT at FROM member_change WHERE guild_id = $1 AND user_id = $2 AND joined ORDER BY at DESC LIMIT 1""";

    private static final int MOST_USED = 5;

    private final Pool pool;

    Statistics(Pool pool) {
        this.pool = pool;
    }

    /**
     * What was counted.
     *
     * @param messages in each step of the period
     * @param active members who wrote
     * @param days on which somebody wrote
     * @param mostUsed commands with their uses, at most five
     */
    record Counts(
            List<Long> messages, long active, long days, long commands, long joins, long leaves, List<Use> mostUsed) {
        Counts {
            messages = List.copyOf(messages);
            mostUsed = List.copyOf(mostUsed);
        }

        long written() {
            return messages.stream().mapToLong(Long::longValue).sum();
        }
    }

    /** A command and how often it was used. */
    record Use(String command, long uses) {}

    /** @param member none for the whole guild */
    Uni<Counts> count(GuildId guild, Optional<UserId> member, Period period, Instant now) {
        long one = member.map(UserId::value).orElse(0L);
        int from = period.from(now);
        return messages(guild, one, period, from)
                .chain(messages -> mostUsed(guild, one, from)
                        .chain(used -> pool.preparedQuery(SUMS)
                                .execute(Tuple.of(guild.value(), one, from, at(from)))
                                .map(rows -> rows.iterator().next())
                                .map(sums -> new Counts(
                                        messages,
                                        sums.getLong("active"),
                                        sums.getLong("days"),
                                        sums.getLong("commands"),
                                        sums.getLong("joins"),
                                        sums.getLong("leaves"),
                                        used))));
    }

    private static OffsetDateTime at(int hour) {
        return Hour.begin(hour).atOffset(ZoneOffset.UTC);
    }

    private Uni<List<Long>> messages(GuildId guild, long member, Period period, int from) {
        return pool.preparedQuery(MESSAGES)
                .execute(Tuple.of(guild.value(), member, from, period.hours(), period.steps()))
                .map(rows -> {
                    var steps = new long[period.steps()];
                    rows.forEach(row -> steps[row.getInteger("step")] = row.getLong("messages"));
                    return LongStream.of(steps).boxed().toList();
                });
    }

    private Uni<List<Use>> mostUsed(GuildId guild, long member, int from) {
        return pool.preparedQuery(COMMANDS)
                .execute(Tuple.of(guild.value(), member, from, MOST_USED))
                .map(rows -> {
                    var uses = new ArrayList<Use>();
                    rows.forEach(row -> uses.add(new Use(row.getString("command"), row.getLong("uses"))));
                    return uses;
                });
    }

    /** When a member last joined, where that was seen. */
    Uni<Optional<Instant>> joined(GuildId guild, UserId member) {
        return pool.preparedQuery(JOINED)
                .execute(Tuple.of(guild.value(), member.value()))
                .map(rows -> rows.iterator())
                .map(rows -> rows.hasNext()
                        ? Optional.of(rows.next().getOffsetDateTime(0).toInstant())
                        : Optional.empty());
    }
}
