package dev.warren.gateway.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearnessTest {
    private static final List<String> WORDS = List.of("rank", "leaderboard", "settings", "help", "pay");

    @ParameterizedTest
    @CsvSource({"rnak,rank", "ran,rank", "rankk,rank", "leaderbord,leaderboard", "laederbaord,leaderboard", "HELPP,help"
    })
    void slip_isForgiven(String written, String meant) {
        assertThat(Nearness.nearest(written, WORDS)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rn", "r", "ra", "bank2", "leader", "play1", "hlpe1", "??", "lol"})
    void otherWord_isNotTakenForACommand(String written) {
        assertThat(Nearness.nearest(written, WORDS)).isEmpty();
    }

    @Property
    void distance_isTheSameBothWays_andZeroOnlyForTheSame(
            @ForAll @AlphaChars @StringLength(max = 8) String one,
            @ForAll @AlphaChars @StringLength(max = 8) String other) {
        assertThat(Nearness.distance(one, other)).isEqualTo(Nearness.distance(other, one));
        assertThat(Nearness.distance(one, other) == 0).isEqualTo(one.equals(other));
        assertThat(Nearness.distance(one, other)).isLessThanOrEqualTo(Math.max(one.length(), other.length()));
    }
}
