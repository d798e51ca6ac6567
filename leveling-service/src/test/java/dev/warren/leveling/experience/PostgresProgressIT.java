package dev.warren.leveling.experience;

import static dev.warren.leveling.Facts.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.warren.leveling.Facts;
import dev.warren.leveling.TestDatabase;
import dev.warren.leveling.experience.MinuteAward.Key;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresProgressIT extends ProgressContract {
    private final TestDatabase database = new TestDatabase();
    private final PostgresProgress progress = new PostgresProgress();

    @AfterAll
    void close() {
        database.close();
    }

    @Override
    Map<Key, MessageId> add(Claims claims) {
        return database.transact(tx -> progress.add(tx, claims));
    }

    @Override
    Rows rows(GuildId guild) {
        var awards = query("SELECT * FROM minute_award WHERE guild_id = $1 ORDER BY user_id, minute", guild)
                .map(row -> new MinuteAward(
                        new Key(guild, new UserId(row.getLong("user_id")), new Minute(row.getInteger("minute"))),
                        new MessageId(row.getLong("winner")),
                        row.getBoolean("live"),
                        row.getInteger("xp"),
                        row.getLong("rules")))
                .toList();
        var members = query("SELECT * FROM member_progress WHERE guild_id = $1 ORDER BY user_id", guild)
                .map(row -> new Rows.Member(
                        new Sighting(
                                new Sighting.Key(guild, new UserId(row.getLong("user_id"))),
                                new MessageId(row.getLong("seen_message")),
                                row.getBoolean("seen_live"),
                                row.getString("name"),
                                row.getString("avatar"),
                                new ChannelId(row.getLong("seen_channel"))),
                        row.getLong("xp")))
                .toList();
        return new Rows(awards, members);
    }

    private Stream<Row> query(String sql, GuildId guild) {
        RowSet<Row> rows = TestDatabase.await(database.pool().preparedQuery(sql).execute(Tuple.of(guild.value())));
        return StreamSupport.stream(rows.spliterator(), false);
    }

    @Test
    void add_inATransactionThatFails_leavesNoTraceAndCountsOnceWhenTriedAgain() {
        // Given
        var guild = new GuildId(50);
        var claims = Deliveries.claims(List.of(Facts.written(guild, new UserId(1), NOON)));
        // When
        assertThatIllegalStateException()
                .isThrownBy(() -> database.transact(tx -> progress.add(tx, claims)
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("the service dies here")))));
        // Then
        assertThat(rows(guild)).isEqualTo(new Rows(List.of(), List.of()));
        add(claims);
        add(claims);
        assertThat(rows(guild).members())
                .singleElement()
                .satisfies(member -> assertThat(member.xp()).isBetween(15L, 25L));
    }

    @Test
    void add_ofOverlappingBatchesAtTheSameTime_neitherDeadlocksNorMiscounts() {
        // Given
        var guild = new GuildId(51);
        var random = new Random(51);
        var facts = Deliveries.facts(random, guild, 400);
        var batches = Stream.generate(() -> Deliveries.delivered(facts, random))
                .limit(8)
                .flatMap(List::stream)
                .filter(batch -> !batch.isEmpty())
                .toList();
        // When
        try (var threads = Executors.newFixedThreadPool(4)) {
            var running = batches.stream()
                    .map(batch -> CompletableFuture.runAsync(() -> add(batch), threads))
                    .toList();
            running.forEach(CompletableFuture::join);
        }
        // Then
        var rows = rows(guild);
        assertThat(rows.awards())
                .containsExactlyElementsOf(Deliveries.claims(facts).awards());
        assertThat(rows.members().stream().mapToLong(Rows.Member::xp).sum())
                .isEqualTo(rows.awards().stream().mapToLong(MinuteAward::xp).sum());
    }
}
