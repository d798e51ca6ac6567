package dev.warren.leveling.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.leveling.TestDatabase;
import dev.warren.leveling.experience.TestGains;
import dev.warren.leveling.surroundings.Surroundings;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
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
import org.junit.jupiter.api.TestInstance;

/** Whatever the order of delivery and however often, the awards are those of one reckoning over all states. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VoiceMinutesIT {
    private static final Instant NOON = Instant.parse("2025-06-15T12:00:00Z");

    private final TestDatabase database = new TestDatabase();
    private final VoiceMinutes minutes = new VoiceMinutes(TestGains.history(), new Surroundings(), TestGains.gains());

    @AfterAll
    void close() {
        database.close();
    }

    private static List<VoiceState> states(Random random, long guild) {
        var states = new ArrayList<VoiceState>();
        var session = "g" + guild;
        for (int i = 0; i < 40; i++) {
            boolean resync = random.nextInt(12) == 0;
            boolean sits = random.nextInt(4) > 0;
            var member = new UserId(1 + random.nextInt(4));
            var id = EventId.sequenced(session, i);
            states.add(new VoiceState(
                    resync ? id.derive("voice:" + member) : id,
                    i,
                    member,
                    NOON.plusSeconds(i * 25L + random.nextInt(25)),
                    sits ? Optional.of(new ChannelId(1 + random.nextInt(2))) : Optional.empty(),
                    sits && random.nextInt(5) > 0,
                    true,
                    resync));
        }
        return states;
    }

    private void deliver(GuildId guild, List<VoiceState> batch) {
        database.transact(tx -> minutes.add(tx, guild, batch));
    }

    private List<List<Long>> awards(GuildId guild) {
        return rows(
                "SELECT user_id, minute::bigint, channel, xp::bigint FROM voice_award WHERE guild_id = $1"
                        + " ORDER BY user_id, minute",
                guild,
                4);
    }

    private List<List<Long>> totals(GuildId guild) {
        return rows(
                "SELECT user_id, xp FROM member_progress WHERE guild_id = $1 AND xp > 0 ORDER BY user_id", guild, 2);
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

    @RepeatedTest(20)
    void awards_afterAnyDelivery_areThoseOfOneReckoning(RepetitionInfo repetition) {
        // Given
        var random = new Random(repetition.getCurrentRepetition());
        long id = 500L + repetition.getCurrentRepetition() * 2;
        var guild = new GuildId(id);
        var other = new GuildId(id + 1);
        var all = states(new Random(id), id);
        var shuffled = new ArrayList<>(all);
        shuffled.addAll(all.subList(0, 15));
        Collections.shuffle(shuffled, random);
        // When
        while (!shuffled.isEmpty()) {
            var batch = shuffled.subList(0, 1 + random.nextInt(Math.min(6, shuffled.size())));
            deliver(guild, List.copyOf(batch));
            batch.clear();
        }
        deliver(other, states(new Random(id), id + 1));
        // Then
        assertThat(awards(guild)).isNotEmpty().isEqualTo(awards(other));
        assertThat(totals(guild)).isEqualTo(totals(other));
        assertThat(totals(guild).stream().mapToLong(List::getLast).sum())
                .isEqualTo(awards(guild).stream().mapToLong(List::getLast).sum());
    }
}
