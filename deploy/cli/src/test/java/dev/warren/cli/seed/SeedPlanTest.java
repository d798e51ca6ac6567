package dev.warren.cli.seed;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warren.schemas.ids.GuildId;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedPlanTest {
    @ParameterizedTest
    @CsvSource({
        "a,   1,  30, members must be 2 to 500: 1",
        "a, 501,  30, members must be 2 to 500: 501",
        "a,  60,   0, days must be 1 to 90: 0",
        "a,  60,  91, days must be 1 to 90: 91",
        "'', 60,  30, 'seed must have 1 to 64 characters: '"
    })
    void plan_outOfBounds_isRefusedByName(String seed, int members, int days, String message) {
        assertThatThrownBy(() -> new SeedPlan(GuildId.of("1"), seed, members, days, Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
