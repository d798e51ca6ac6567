package dev.warren.leveling.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.warren.leveling.experience.MinuteAward.Key;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.UserId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MinuteAwardTest {
    private static final Key KEY = new Key(new GuildId(1), new UserId(2), new Minute(3));

    private static MinuteAward award(long message, boolean live, int xp) {
        return new MinuteAward(KEY, new MessageId(message), live, xp, 0);
    }

    @Test
    void merge_ofTwoMessages_keepsTheSmallerSnowflake() {
        // Given
        var early = award(10, false, 15);
        var late = award(11, true, 25);
        // When
        var kept = late.merge(early);
        // Then
        assertThat(kept).isEqualTo(early);
    }

    @Test
    void merge_ofTwoCopiesOfOneMessage_keepsTheLiveOne() {
        // Given
        var live = award(10, true, 15);
        var backfilled = award(10, false, 15);
        // When
        var kept = backfilled.merge(live);
        // Then
        assertThat(kept).isEqualTo(live);
    }

    @Test
    void merge_ofCopiesJudgedByDifferentRules_keepsTheNewerRules() {
        // Given
        var older = new MinuteAward(KEY, new MessageId(10), true, 25, 1);
        var newer = new MinuteAward(KEY, new MessageId(10), true, 15, 2);
        // When
        var kept = older.merge(newer);
        // Then
        assertThat(kept).isEqualTo(newer);
    }

    @Test
    void merge_ofDifferentMinutes_isRefused() {
        var elsewhere =
                new MinuteAward(new Key(new GuildId(1), new UserId(2), new Minute(4)), new MessageId(10), true, 15, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> award(10, true, 15).merge(elsewhere))
                .withMessageStartingWith("key must be the same: ");
    }

    @Test
    void award_ofNegativeXp_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> award(10, true, -1))
                .withMessage("xp must not be negative: -1");
    }

    @Test
    void award_ofNegativeRules_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MinuteAward(KEY, new MessageId(10), true, 15, -1))
                .withMessage("rules must not be negative: -1");
    }

    @Property
    void merge_ofAnyTwo_isCommutative(@ForAll("awards") MinuteAward one, @ForAll("awards") MinuteAward other) {
        assertThat(one.merge(other)).isEqualTo(other.merge(one));
    }

    @Property
    void merge_ofAnyThree_isAssociative(
            @ForAll("awards") MinuteAward a, @ForAll("awards") MinuteAward b, @ForAll("awards") MinuteAward c) {
        assertThat(a.merge(b).merge(c)).isEqualTo(a.merge(b.merge(c)));
    }

    @Property
    void merge_ofOneWithItself_isIdempotent(@ForAll("awards") MinuteAward one) {
        assertThat(one.merge(one)).isEqualTo(one);
    }

    @Provide
    Arbitrary<MinuteAward> awards() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 3),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.longs().between(0, 2))
                .as((message, live, xp, rules) -> new MinuteAward(KEY, new MessageId(message), live, xp, rules));
    }
}
