package dev.warren.ai.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PriceTest {
    @Test
    void call_isPricedByWhatIsReadAndWritten_roundedUp() {
        // Given: 15 cents and 60 cents for a million tokens
        var price = new Price(150_000, 600_000);
        // Then
        assertThat(price.of(1_000_000, 0)).isEqualTo(150_000);
        assertThat(price.of(1_000, 500)).isEqualTo(450);
        assertThat(price.of(1, 0)).isEqualTo(1);
        assertThat(Price.FREE.of(1_000_000, 1_000_000)).isZero();
    }

    @Test
    void price_belowZero_isRefused() {
        assertThatThrownBy(() -> new Price(-1, 0)).hasMessage("price must not be negative: -1, 0");
    }

    @Test
    void capabilities_withTooLittleContext_areRefused() {
        assertThatThrownBy(() -> new Capabilities(true, true, 511))
                .hasMessage("context must be at least 512 tokens: 511");
    }
}
