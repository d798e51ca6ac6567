package dev.warren.leveling.experience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.leveling.experience.MinuteAward.Key;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawTest {
    private static Key key(long guild, long member, int minute) {
        return new Key(new GuildId(guild), new UserId(member), new Minute(minute));
    }

    @Property
    void draw_ofAnyMinute_liesWithinTheRangeAndIsTheSameAgain(
            @ForAll @LongRange(min = 1) long guild,
            @ForAll @LongRange(min = 1) long member,
            @ForAll @IntRange int minute,
            @ForAll @IntRange(max = 1_000) int one,
            @ForAll @IntRange(max = 1_000) int other) {
        // Given
        int minimum = Math.min(one, other);
        int maximum = Math.max(one, other);
        // When
        int drawn = Draw.between(minimum, maximum, key(guild, member, minute));
        // Then
        assertThat(drawn).isBetween(minimum, maximum);
        assertThat(Draw.between(minimum, maximum, key(guild, member, minute))).isEqualTo(drawn);
    }

    /** A change of these numbers would change what a replay gives. The same formula in Python gave them. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 0, 24",
        "81384788765712384, 53908232506183680, 29000000, 25",
        "81384788765712384, 53908232506183680, 29000001, 20",
        "9223372036854775807, 9223372036854775807, 2147483647, 16"
    })
    void draw_ofKnownMinute_isWhatTheFormulaGives(long guild, long member, int minute, int xp) {
        assertThat(Draw.between(15, 25, key(guild, member, minute))).isEqualTo(xp);
    }

    /** Chi-square with 10 degrees of freedom: above 29.6 a fair draw comes once in a thousand such tests, and this one is fixed. */
    @Test
    void draws_ofManyMinutesAndMembers_areEvenlySpread() {
        // Given
        int draws = 110_000;
        var counts = new int[11];
        // When
        for (int i = 0; i < draws; i++) {
            counts[Draw.between(15, 25, key(81384788765712384L, 1_000 + i % 100, 29_000_000 + i / 100)) - 15]++;
        }
        // Then
        double chiSquare = 0;
        for (int count : counts) {
            chiSquare += Math.pow(count - draws / 11.0, 2) / (draws / 11.0);
        }
        assertThat(chiSquare).isLessThan(29.6);
    }
}
