package dev.warren.economy.giveaway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.economy.fair.Seed;
import dev.warren.schemas.ids.UserId;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The winners are those that another program drew. */
class DrawingTest {
    private static final Seed SEED = new Seed("60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752");

    @Test
    void drawing_ofTheSame_isWhatAnotherProgramDraws() {
        // When
        var first = Drawing.of(SEED, 0, members(1003, 999, 1001, 1002, 1000), 2);
        var second = Drawing.of(SEED, 1, members(1000, 1001, 1002, 1003, 999), 9);
        // Then
        assertThat(first.digest()).isEqualTo("2699611ff15e23af5819b4c54a8f734fb57082010453bf40b815f4e2b6a625d7");
        assertThat(first.winners()).isEqualTo(members(1001, 999));
        assertThat(second.winners()).isEqualTo(members(1002, 1000, 1001, 999, 1003));
        assertThat(second.entrants()).isEqualTo(5);
    }

    @Test
    void drawing_amongNobody_hasNoWinner() {
        assertThat(Drawing.of(SEED, 0, List.of(), 3).winners()).isEmpty();
    }

    @Test
    void drawings_byManySeeds_favourNobody() {
        // Given
        var random = new Random(9);
        var members = members(1, 2, 3, 4, 5);
        var won = new int[6];
        // When
        IntStream.range(0, 5_000)
                .forEach(_ -> Drawing.of(Seed.of(random), 0, members, 1)
                        .winners()
                        .forEach(winner -> won[(int) winner.value()]++));
        // Then: five standard deviations of 1,000 ± 28
        assertThat(IntStream.of(won).skip(1).toArray())
                .satisfies(all ->
                        IntStream.of(all).forEach(count -> assertThat(count).isBetween(858, 1_142)));
    }

    private static List<UserId> members(long... ids) {
        return LongStream.of(ids).mapToObj(UserId::new).toList();
    }
}
