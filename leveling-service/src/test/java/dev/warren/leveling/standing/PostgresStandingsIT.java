package dev.warren.leveling.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.leveling.TestDatabase;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresStandingsIT extends StandingsContract {
    private static final int MANY = 100_000;
    /** Ten times what is wanted of a quiet machine: here it only tells an index from none. */
    private static final Duration LONGEST = Duration.ofMillis(200);

    private final TestDatabase database = new TestDatabase();
    private final PostgresStandings standings = new PostgresStandings(database.pool());

    @AfterAll
    void close() {
        database.close();
    }

    @Override
    Standings standings() {
        return standings;
    }

    @Override
    void given(GuildId guild, Map<UserId, Long> totals) {
        TestDatabase.await(database.pool()
                .preparedQuery("""
                        INSERT INTO member_progress (guild_id, user_id, earned, seen_message, seen_live, name, avatar)
                        SELECT $1, member, xp, 1, true, 'Member ' || member, ''
                        FROM unnest($2::bigint[], $3::bigint[]) AS total (member, xp)""")
                .execute(Tuple.of(
                        guild.value(),
                        totals.keySet().stream().map(UserId::value).toArray(Long[]::new),
                        totals.values().toArray(Long[]::new))));
    }

    @Test
    void placesAndPages_amongAHundredThousandMembers_comeQuickly() {
        // Given
        var guild = new GuildId(3);
        TestDatabase.await(database.pool().preparedQuery("""
                        INSERT INTO member_progress (guild_id, user_id, earned, seen_message, seen_live, name, avatar)
                        SELECT $1, member, 1 + (hashint8(member) & 1048575), 1, true, 'Member ' || member, ''
                        FROM generate_series(1::bigint, $2::bigint) AS member""").execute(Tuple.of(guild.value(), (long) MANY)));
        // tests commit without flushing, and VACUUM marks a page as visible to all only when its rows are flushed
        TestDatabase.await(database.pool().query("CHECKPOINT").execute());
        TestDatabase.await(
                database.pool().query("VACUUM ANALYZE member_progress").execute());
        var last = page(guild, MANY / 10 - 1);
        var worst = last.standings().getLast().member();
        // Then
        assertThat(last.standings().getLast().place()).isEqualTo(MANY);
        report("place of the last", () -> standings.find(guild, worst));
        report("first page, asked by the last", () -> standings.page(guild, 0, 10, worst));
        report("middle page, asked by the last", () -> standings.page(guild, MANY / 20, 10, worst));
        report("last page, asked by the last", () -> standings.page(guild, MANY / 10, 10, worst));
    }

    private Page page(GuildId guild, int number) {
        return TestDatabase.await(standings.page(guild, number, 10, new UserId(1)));
    }

    private static void report(String what, Supplier<Uni<?>> work) {
        var times = IntStream.range(0, 21)
                .mapToObj(i -> {
                    long before = System.nanoTime();
                    TestDatabase.await(work.get());
                    return Duration.ofNanos(System.nanoTime() - before);
                })
                .sorted()
                .toList();
        System.out.printf(
                "%s among %d members: median %d µs%n", what, MANY, times.get(10).toNanos() / 1_000);
        assertThat(times.get(10)).as(what).isLessThan(LONGEST);
    }
}
