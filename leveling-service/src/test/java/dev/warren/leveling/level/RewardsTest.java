package dev.warren.leveling.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.warren.schemas.ids.RoleId;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RewardsTest {
    private static final RoleId REGULAR = new RoleId(5);
    private static final RoleId VETERAN = new RoleId(10);
    private static final Rewards STACKING = Rewards.NONE.with(5, REGULAR).with(10, VETERAN);

    @Test
    void rewardsThatStack_areKept() {
        assertThat(STACKING.due(4)).isEmpty();
        assertThat(STACKING.due(5)).containsExactly(REGULAR);
        assertThat(STACKING.due(12)).containsExactlyInAnyOrder(REGULAR, VETERAN);
        assertThat(STACKING.undue(12)).isEmpty();
    }

    @Test
    void rewardThatReplaces_takesTheOnesBelow() {
        // Given
        var replacing = STACKING.replacing(true);
        // Then
        assertThat(replacing.due(12)).containsExactly(VETERAN);
        assertThat(replacing.undue(12)).containsExactly(REGULAR);
        assertThat(replacing.undue(7)).isEmpty();
    }

    @Test
    void changes_areWhereALevelBetweenIsRewarded() {
        assertThat(STACKING.changes(4, 5)).isTrue();
        assertThat(STACKING.changes(5, 9)).isFalse();
        assertThat(STACKING.changes(3, 12)).isTrue();
    }

    @Test
    void rewards_writtenAndRead_areTheSame() {
        assertThat(Rewards.read(STACKING.replacing(true).write())).isEqualTo(STACKING.replacing(true));
        assertThat(Rewards.NONE.write()).isEmpty();
        assertThat(Rewards.read(Optional.of("rubbish"))).isEqualTo(Rewards.NONE);
    }

    @Test
    void rewards_beyondTheirBounds_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rewards.NONE.with(1_001, REGULAR))
                .withMessage("level must be 1 to 1000: 1001");
        var many = new TreeMap<Integer, RoleId>();
        for (int level = 1; level <= 51; level++) {
            many.put(level, new RoleId(level));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rewards(false, many))
                .withMessage("level roles must be at most 50: 51");
    }
}
