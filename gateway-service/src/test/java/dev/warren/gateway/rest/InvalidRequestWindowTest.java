package dev.warren.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InvalidRequestWindowTest {
    private Instant now = Instant.parse("2026-11-20T09:00:00Z");
    private final InvalidRequestWindow window = new InvalidRequestWindow(() -> now);

    @Test
    void count_withinTenMinutes_isSummed() {
        // Given
        window.count();
        now = now.plus(Duration.ofMinutes(9));
        window.count();
        // Then
        assertThat(window.inLastTenMinutes()).isEqualTo(2);
    }

    @Test
    void count_tenMinutesLater_isForgotten() {
        // Given
        window.count();
        now = now.plusSeconds(1);
        window.count();
        // When
        now = now.plus(Duration.ofMinutes(10)).minusSeconds(1);
        // Then
        assertThat(window.inLastTenMinutes()).isEqualTo(1);
        now = now.plus(Duration.ofDays(3));
        assertThat(window.inLastTenMinutes()).isZero();
    }
}
