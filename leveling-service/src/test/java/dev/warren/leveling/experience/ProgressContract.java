package dev.warren.leveling.experience;

import static dev.warren.leveling.Facts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.leveling.Facts;
import dev.warren.leveling.experience.MinuteAward.Key;
import dev.warren.schemas.discord.FactEvent.MessageFact;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.UserId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What every store of progress keeps to. Each test has a guild of its own. */
abstract class ProgressContract {
    private static final AtomicLong GUILDS = new AtomicLong(1_000);
    private static final UserId ADA = new UserId(7);

    private GuildId guild = new GuildId(1);

    @BeforeEach
    void moveToANewGuild() {
        guild = new GuildId(GUILDS.incrementAndGet());
    }

    /** Adds a batch in a transaction of its own. */
    abstract Map<Key, MessageId> add(Claims claims);

    abstract Rows rows(GuildId guild);

    private Map<Key, MessageId> add(MessageFact... facts) {
        return add(Deliveries.claims(List.of(facts)));
    }

    private MessageFact at(int seconds) {
        return Facts.written(guild, ADA, NOON.plusSeconds(seconds));
    }

    private long xp() {
        return rows(guild).members().getFirst().xp();
    }

    @Test
    void add_ofOneMessage_givesItsAwardAndTotal() {
        // When
        var held = add(at(5));
        // Then
        var rows = rows(guild);
        assertThat(held).isEmpty();
        assertThat(rows.awards()).singleElement().satisfies(award -> {
            assertThat(award.winner()).isEqualTo(at(5).message());
            assertThat(award.xp()).isBetween(15, 25);
        });
        assertThat(rows.members()).singleElement().satisfies(member -> {
            assertThat(member.xp()).isEqualTo(rows.awards().getFirst().xp());
            assertThat(member.seen().name()).isEqualTo("Member 7");
        });
    }

    @Test
    void add_ofTheSameAgain_changesNothingAndTellsOfNoLoss() {
        // Given
        add(at(5), at(65));
        var before = rows(guild);
        // When
        var held = add(at(5), at(65));
        // Then
        assertThat(held).isEmpty();
        assertThat(rows(guild)).isEqualTo(before);
    }

    @Test
    void add_ofALaterMessageInATakenMinute_tellsWhoHasIt() {
        // Given
        add(at(5));
        var before = xp();
        // When
        var held = add(at(6));
        // Then
        assertThat(held.values()).containsExactly(at(5).message());
        assertThat(xp()).isEqualTo(before);
    }

    @Test
    void add_ofAnEarlierMessageThatComesLate_takesTheMinuteOver() {
        // Given
        add(at(6));
        var before = xp();
        // When
        var held = add(at(5));
        // Then
        assertThat(held).isEmpty();
        assertThat(rows(guild).awards()).extracting(MinuteAward::winner).containsExactly(at(5).message());
        assertThat(xp()).isEqualTo(before);
    }

    @Test
    void add_ofALiveCopyAfterTheBackfilledOne_makesTheAwardLive() {
        // Given
        add(Facts.backfilled(at(5)));
        // When
        add(at(5));
        // Then
        assertThat(rows(guild).awards()).extracting(MinuteAward::live).containsExactly(true);
    }

    @Test
    void add_ofALateWinnerByOtherRules_correctsTheTotal() {
        // Given
        var lateRules = at(151);
        add(lateRules);
        assertThat(xp()).isBetween(40L, 90L);
        // When
        add(at(0), at(60));
        // Then
        assertThat(xp())
                .isEqualTo(
                        rows(guild).awards().stream().mapToLong(MinuteAward::xp).sum());
        assertThat(rows(guild).awards()).hasSize(3);
    }

    @Test
    void name_ofANewerMessageInATakenMinute_isKept() {
        // Given
        add(at(5));
        // When
        add(Facts.called(at(6), "Ada Lovelace"));
        add(Facts.called(at(4), "Old name"));
        // Then
        assertThat(rows(guild).members())
                .singleElement()
                .satisfies(member -> assertThat(member.seen().name()).isEqualTo("Ada Lovelace"));
    }

    /** Any order, any repetition and any division into batches: the rows of a plain fold over the set of facts. */
    @RepeatedTest(40)
    void rows_afterAnyDelivery_areThoseOfTheSetOfFacts(RepetitionInfo repetition) {
        // Given
        var random = new Random(repetition.getCurrentRepetition());
        var facts = Deliveries.facts(random, guild, 60);
        // When
        for (var batch : Deliveries.delivered(facts, random)) {
            if (!batch.isEmpty()) {
                add(batch);
            }
        }
        // Then
        var claims = Deliveries.claims(facts);
        var rows = rows(guild);
        assertThat(rows.awards()).containsExactlyElementsOf(claims.awards());
        assertThat(rows.members()).extracting(Rows.Member::seen).containsExactlyElementsOf(claims.sightings());
        assertThat(rows.members())
                .allSatisfy(member -> assertThat(member.xp())
                        .isEqualTo(rows.awards().stream()
                                .filter(award -> award.key()
                                        .member()
                                        .equals(member.seen().key().member()))
                                .mapToLong(MinuteAward::xp)
                                .sum()));
    }
}
