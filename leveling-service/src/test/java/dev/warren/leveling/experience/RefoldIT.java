package dev.warren.leveling.experience;

import static dev.warren.leveling.Facts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.leveling.Facts;
import dev.warren.leveling.TestDatabase;
import dev.warren.leveling.experience.Judged.Decision;
import dev.warren.leveling.rules.Farming;
import dev.warren.leveling.rules.Growth;
import dev.warren.leveling.rules.Growths;
import dev.warren.leveling.rules.Ratio;
import dev.warren.leveling.rules.Scheme;
import dev.warren.schemas.discord.FactEvent;
import dev.warren.schemas.discord.FactEvent.MessageFact;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Rules that look back: whatever the order of delivery, the rows are those of one fold over all messages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefoldIT {
    private static final UserId ADA = new UserId(7);
    private static final Scheme STRICT = new Scheme(
            new Growths(
                    Optional.of(new Growth(40, Ratio.of("2"))),
                    Optional.of(new Growth(120, Ratio.of("1.5"))),
                    Optional.of(new Growth(3, Ratio.of("2")))),
            Scheme.NONE.multipliers(),
            Scheme.NONE.exclusions(),
            new Farming(3, 4, 30));

    private final TestDatabase database = new TestDatabase();
    private final PostgresProgress progress = new PostgresProgress();
    private final Refold refold = new Refold(new FeatureRows());

    @AfterAll
    void close() {
        database.close();
    }

    /** Rules that look back hold, then plain ones from within a minute on, then stricter ones. */
    private static XpRules rules(GuildId guild, Instant time) {
        if (time.isBefore(NOON.plusSeconds(310))) {
            return new XpRules(1, true, 15, 25).with(STRICT);
        }
        return time.isBefore(NOON.plusSeconds(480))
                ? new XpRules(2, true, 30, 40)
                : new XpRules(3, true, 15, 25).with(STRICT.with(Farming.STRICT));
    }

    private void deliver(List<? extends FactEvent> facts) {
        var claims = Deliveries.claims(facts, RefoldIT::rules);
        database.transact(tx -> progress.add(tx, claims)
                .chain(() -> refold.add(tx, claims.features(), RefoldIT::rules))
                .replaceWithVoid());
    }

    private List<List<Long>> awards(GuildId guild) {
        return rows(
                "SELECT user_id, minute::bigint, winner, live::int::bigint, rules, xp::bigint FROM minute_award"
                        + " WHERE guild_id = $1 ORDER BY user_id, minute",
                guild,
                6);
    }

    private List<List<Long>> totals(GuildId guild) {
        return rows("SELECT user_id, xp FROM member_progress WHERE guild_id = $1 ORDER BY user_id", guild, 2);
    }

    private List<List<Long>> rows(String sql, GuildId guild, int columns) {
        var rows = TestDatabase.await(database.pool().preparedQuery(sql).execute(Tuple.of(guild.value())));
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> {
                    var values = new ArrayList<Long>();
                    for (int i = 0; i < columns; i++) {
                        values.add(row.getLong(i));
                    }
                    return List.copyOf(values);
                })
                .toList();
    }

    private static List<MessageFact> facts(Random random, GuildId guild) {
        var facts = new ArrayList<MessageFact>();
        for (int i = 0; i < 60; i++) {
            var fact = Facts.resembling(
                    Facts.written(
                            guild, new UserId(1 + random.nextInt(3)), NOON.plusMillis(random.nextInt(700_000)), i),
                    1 + random.nextInt(60),
                    random.nextInt(6) * 0x9E3779B97F4A7C15L);
            switch (random.nextInt(8)) {
                case 0 -> facts.add(Facts.commanding(fact, "rank"));
                case 1 -> facts.add(Facts.backfilled(fact));
                case 2 -> {
                    facts.add(fact);
                    facts.add(Facts.backfilled(fact));
                }
                default -> facts.add(fact);
            }
        }
        return facts;
    }

    @RepeatedTest(30)
    void rows_afterAnyDelivery_areThoseOfOneDeliveryInOrder(RepetitionInfo repetition) {
        // Given
        var random = new Random(repetition.getCurrentRepetition());
        long id = 10_000L + repetition.getCurrentRepetition() * 2L;
        var shuffled = new ArrayList<>(facts(new Random(id), new GuildId(id)));
        var inOrder = facts(new Random(id), new GuildId(id));
        shuffled.addAll(List.copyOf(shuffled.subList(0, 10)));
        Collections.shuffle(shuffled, random);
        // When
        while (!shuffled.isEmpty()) {
            var batch = shuffled.subList(0, 1 + random.nextInt(shuffled.size()));
            deliver(List.copyOf(batch));
            batch.clear();
        }
        var awards = awards(new GuildId(id));
        var totals = totals(new GuildId(id));
        forget(new GuildId(id));
        deliver(inOrder);
        // Then
        assertThat(awards).isNotEmpty().isEqualTo(awards(new GuildId(id)));
        assertThat(totals).isEqualTo(totals(new GuildId(id)));
        assertThat(totals.stream().mapToLong(List::getLast).sum())
                .isEqualTo(awards.stream().mapToLong(List::getLast).sum());
    }

    private void forget(GuildId guild) {
        for (var table : List.of("minute_award", "member_progress", "message_feature")) {
            TestDatabase.await(database.pool()
                    .preparedQuery("DELETE FROM " + table + " WHERE guild_id = $1")
                    .execute(Tuple.of(guild.value())));
        }
    }

    @Test
    void lateMessage_isJudgedInItsPlace_andWhatFollowsOnceMore() {
        // Given: the second resembles nothing until the first arrives
        var guild = new GuildId(9_001);
        var first = Facts.resembling(Facts.written(guild, ADA, NOON), 20, 0);
        var second = Facts.resembling(Facts.written(guild, ADA, NOON.plusSeconds(60)), 20, 1);
        deliver(List.of(second));
        assertThat(awards(guild)).hasSize(1);
        // When
        deliver(List.of(first));
        // Then
        assertThat(awards(guild))
                .singleElement()
                .satisfies(award ->
                        assertThat(award.get(2)).isEqualTo(first.message().value()));
        assertThat(totals(guild).getFirst().getLast())
                .isEqualTo(awards(guild).getFirst().getLast());
    }

    @Test
    void decisions_ofABatch_areToldForEachMessage() {
        // Given
        var guild = new GuildId(9_002);
        var same = Facts.resembling(Facts.written(guild, ADA, NOON), 20, 0);
        var again = Facts.resembling(Facts.written(guild, ADA, NOON.plusSeconds(60)), 20, 0);
        var claims = Deliveries.claims(List.of(same, again), RefoldIT::rules);
        // When
        var judged = database.transact(
                tx -> progress.add(tx, claims).chain(() -> refold.add(tx, claims.features(), RefoldIT::rules)));
        // Then
        assertThat(judged)
                .extracting(Judged::decision)
                .satisfiesExactly(
                        one -> assertThat(one).isInstanceOf(Decision.Earned.class),
                        other -> assertThat(other).isEqualTo(new Decision.Refused(Exclusion.TOO_SIMILAR)));
    }
}
