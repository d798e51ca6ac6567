package dev.warren.leveling;

import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.LongPredicate;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;

/** What stands in the service's database, waited for where it takes its time. */
record Stored(Pool pool) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    void awaitAwards(GuildId guild, long count) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> number("SELECT count(*) FROM minute_award WHERE guild_id = $1", guild.value()) == count);
    }

    void awaitXp(GuildId guild, UserId member, LongPredicate wanted) {
        Awaitility.await().atMost(PATIENCE).until(() -> wanted.test(xp(guild, member)));
    }

    /** Repeats an attempt until it shows that the rules have arrived; what was stored of it meanwhile is undone. */
    void awaitRules(GuildId guild, Runnable attempt, Callable<Boolean> arrived) {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            attempt.run();
            return arrived.call();
        });
        number(
                "WITH gone AS (DELETE FROM minute_award WHERE guild_id = $1 RETURNING 1) SELECT count(*) FROM gone",
                guild.value());
        number(
                "WITH gone AS (DELETE FROM member_progress WHERE guild_id = $1 RETURNING 1) SELECT count(*) FROM gone",
                guild.value());
    }

    long xp(GuildId guild, UserId member) {
        return number(
                "SELECT xp FROM member_progress WHERE guild_id = $1 AND user_id = $2", guild.value(), member.value());
    }

    long sumOfAwards(GuildId guild, UserId member) {
        return number(
                "SELECT sum(xp)::bigint FROM minute_award WHERE guild_id = $1 AND user_id = $2",
                guild.value(),
                member.value());
    }

    /** Rows of a member in a table. */
    long count(String table, GuildId guild, UserId member) {
        return number(
                "SELECT count(*) FROM " + table + " WHERE guild_id = $1 AND user_id = $2",
                guild.value(),
                member.value());
    }

    private long number(String sql, Object... parameters) {
        var rows =
                pool.preparedQuery(sql).execute(Tuple.from(parameters)).await().atMost(PATIENCE);
        return StreamSupport.stream(rows.spliterator(), false)
                .mapToLong((Row row) -> row.getLong(0) == null ? 0 : row.getLong(0))
                .findFirst()
                .orElse(0);
    }
}
