package dev.warren.leveling.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.leveling.TestDatabase;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The boards of weeks and months. Each test has a guild of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoardsIT {
    /** A Wednesday. */
    private static final Instant NOW = Instant.parse("2026-11-18T12:00:00Z");

    private static final Instant ON_MONDAY = Instant.parse("2026-11-16T00:00:00Z");
    private static final Instant ON_SUNDAY = Instant.parse("2026-11-15T23:59:00Z");
    private static final Instant IN_OCTOBER = Instant.parse("2026-10-31T23:59:00Z");
    private static final int MANY = 100_000;
    /** Ten times what is wanted of a quiet machine: here it only tells an index from none. */
    private static final Duration LONGEST = Duration.ofMillis(200);

    private final TestDatabase database = new TestDatabase();
    private final Boards boards = new Boards(new PostgresStandings(database.pool()), database.pool());
    private long guilds = 9_000;
    private GuildId guild = new GuildId(1);

    @AfterAll
    void close() {
        database.close();
    }

    @BeforeEach
    void moveToANewGuild() {
        guild = new GuildId(++guilds);
    }

    private void execute(String sql, Object... parameters) {
        TestDatabase.await(database.pool().preparedQuery(sql).execute(Tuple.from(parameters)));
    }

    private void award(long member, Instant at, int xp) {
        execute("""
                INSERT INTO minute_award (guild_id, user_id, minute, live, winner, rules, xp) VALUES ($1, $2, $3, true, 1, 0, $4)
                ON CONFLICT (guild_id, user_id, minute) DO UPDATE SET xp = excluded.xp""", guild.value(), member, (int) (at.getEpochSecond() / 60), xp);
        execute("""
                INSERT INTO member_progress (guild_id, user_id, earned, seen_message, seen_live, name, avatar)
                VALUES ($1, $2, $3, 1, true, 'Member ' || $2::bigint, '')
                ON CONFLICT (guild_id, user_id) DO UPDATE SET earned = member_progress.earned + excluded.earned""", guild.value(), member, (long) xp);
    }

    private Page board(Board board, long caller) {
        long taken;
        do {
            taken = TestDatabase.await(BoardFold.foldSome(database.pool(), 2));
        } while (taken > 0);
        return TestDatabase.await(boards.page(board, NOW, guild, 0, 10, new UserId(caller)));
    }

    private static List<String> lines(Page page) {
        return page.standings().stream()
                .map(standing -> standing.place() + " " + standing.member() + " " + standing.xp())
                .toList();
    }

    @Test
    void weekAndMonth_countWhatWasEarnedInThem() {
        // Given
        award(1, NOW, 20);
        award(1, ON_MONDAY, 15);
        award(2, ON_MONDAY, 35);
        award(3, ON_SUNDAY, 25);
        award(3, NOW, 20);
        award(4, IN_OCTOBER, 25);
        // Then
        assertThat(lines(board(Board.WEEK, 1))).containsExactly("1 1 35", "2 2 35", "3 3 20");
        assertThat(lines(board(Board.MONTH, 1))).containsExactly("1 3 45", "2 1 35", "3 2 35");
        assertThat(lines(board(Board.ALL_TIME, 1))).hasSize(4);
        assertThat(board(Board.WEEK, 4).caller()).isEmpty();
        assertThat(board(Board.MONTH, 2).caller().orElseThrow().place()).isEqualTo(3);
    }

    @Test
    void changesOfAwards_inWhateverSteps_leaveTheirSums() {
        // Given
        award(1, NOW, 20);
        award(1, ON_MONDAY, 15);
        board(Board.WEEK, 1);
        // When
        award(1, NOW, 25);
        execute("DELETE FROM minute_award WHERE guild_id = $1 AND minute = $2", guild.value(), (int)
                (ON_MONDAY.getEpochSecond() / 60));
        // Then
        assertThat(lines(board(Board.WEEK, 1))).containsExactly("1 1 25");
        assertThat(lines(board(Board.MONTH, 1))).containsExactly("1 1 25");
    }

    @Test
    void voiceAndCoins_countOnTheBoardsAndVoiceHasItsOwn() {
        // Given
        award(1, NOW, 20);
        award(2, NOW, 15);
        award(3, NOW, 10);
        // When
        for (var member : List.of(2L, 3L)) {
            execute(
                    "INSERT INTO voice_award (guild_id, user_id, minute, channel, rules, xp) VALUES ($1, $2, $3, 1, 0, $4)",
                    guild.value(),
                    member,
                    (int) (IN_OCTOBER.getEpochSecond() / 60),
                    member.intValue());
        }
        execute(
                "INSERT INTO coin_award (guild_id, user_id, transaction, at, coins, rules, xp) VALUES ($1, 3, 1, $2, 10, 0, 50)",
                guild.value(),
                NOW.toEpochMilli());
        // Then
        assertThat(lines(board(Board.VOICE, 1))).containsExactly("1 3 3", "2 2 2");
        assertThat(lines(board(Board.WEEK, 1))).containsExactly("1 3 60", "2 1 20", "3 2 15");
    }

    @Test
    void hiddenMembers_standInNoBoardButKnowTheirPlace() {
        // Given
        award(1, NOW, 30);
        award(2, NOW, 20);
        award(3, NOW, 10);
        execute("UPDATE member_progress SET hidden = true WHERE guild_id = $1 AND user_id = 1", guild.value());
        // Then
        for (var board : List.of(Board.ALL_TIME, Board.MONTH, Board.WEEK)) {
            assertThat(lines(board(board, 3))).as(board.word()).containsExactly("1 2 20", "2 3 10");
            assertThat(board(board, 3).members()).isEqualTo(2);
            assertThat(board(board, 1).caller().orElseThrow().look().hidden()).isTrue();
        }
    }

    @Test
    void pages_amongAHundredThousandMembers_comeQuickly() {
        // Given
        execute("""
                INSERT INTO member_progress (guild_id, user_id, earned, seen_message, seen_live, name, avatar)
                SELECT $1, member, 1, 1, true, 'Member ' || member, '' FROM generate_series(1::bigint, $2::bigint) AS member""", guild.value(), (long) MANY);
        execute("""
                INSERT INTO period_total (guild_id, board, period, user_id, xp)
                SELECT $1, 2, $3, member, 1 + (hashint8(member) & 1048575) FROM generate_series(1::bigint, $2::bigint) AS member""", guild.value(), (long) MANY, Board.MONTH.period(NOW));
        TestDatabase.await(database.pool().query("CHECKPOINT").execute());
        TestDatabase.await(database.pool().query("VACUUM ANALYZE period_total").execute());
        TestDatabase.await(
                database.pool().query("VACUUM ANALYZE member_progress").execute());
        var last = page(MANY / 10 - 1).standings().getLast();
        // Then
        assertThat(last.place()).isEqualTo(MANY);
        report(
                "first page of the month, asked by the last",
                () -> boards.page(Board.MONTH, NOW, guild, 0, 10, last.member()));
        report(
                "middle page of the month, asked by the last",
                () -> boards.page(Board.MONTH, NOW, guild, MANY / 20, 10, last.member()));
        report("page of the last", () -> boards.pageOf(Board.MONTH, NOW, guild, last.member(), 10));
    }

    private Page page(int number) {
        return TestDatabase.await(boards.page(Board.MONTH, NOW, guild, number, 10, new UserId(1)));
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
