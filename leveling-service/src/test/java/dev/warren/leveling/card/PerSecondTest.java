package dev.warren.leveling.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PerSecondTest {
    @Test
    void things_beyondTheNumberOfASecond_waitForTheNext() {
        // Given
        var two = new PerSecond(2);
        // Then
        assertThat(two.take(-1)).isTrue();
        assertThat(two.take(0)).isTrue();
        assertThat(two.take(1)).isTrue();
        assertThat(two.take(999_999_999)).isFalse();
        assertThat(two.take(1_000_000_000)).isTrue();
    }
}
