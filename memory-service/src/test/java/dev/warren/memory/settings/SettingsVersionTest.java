package dev.warren.memory.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsVersionTest {
    private static final GuildId GUILD = new GuildId(1);
    private static final UserId ADA = new UserId(2);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static Optional<SettingsVersion> next(
            Optional<SettingsVersion> newest, Map<String, Optional<String>> changes, Instant from) {
        return SettingsVersion.next(newest, GUILD, changes, ADA, from);
    }

    @Test
    void next_theFirstChange_isVersionOneAndKeepsThatTheDefaultHeld() {
        var first =
                next(Optional.empty(), Map.of("prefix", Optional.of("?")), NOON).orElseThrow();

        assertThat(first.number()).isEqualTo(1);
        assertThat(first.values()).containsExactly(Map.entry("prefix", "?"));
        assertThat(first.changed()).containsExactly(Map.entry("prefix", Optional.empty()));
    }

    @Test
    void next_aReset_takesTheValueAwayAndKeepsWhatItWas() {
        var first = next(Optional.empty(), Map.of("prefix", Optional.of("?")), NOON);
        var second = next(first, Map.of("prefix", Optional.empty()), NOON.plusSeconds(9))
                .orElseThrow();

        assertThat(second.number()).isEqualTo(2);
        assertThat(second.values()).isEmpty();
        assertThat(second.changed()).containsExactly(Map.entry("prefix", Optional.of("?")));
    }

    @Test
    void next_whatIsSoAlready_isNoNewVersion() {
        var first = next(Optional.empty(), Map.of("prefix", Optional.of("?")), NOON);

        assertThat(next(first, Map.of("prefix", Optional.of("?")), NOON)).isEmpty();
        assertThat(next(Optional.empty(), Map.of("prefix", Optional.empty()), NOON))
                .isEmpty();
    }

    @Test
    void next_aClockThatWentBack_neverMakesALaterVersionHoldEarlier() {
        var first = next(Optional.empty(), Map.of("prefix", Optional.of("?")), NOON);
        var second = next(first, Map.of("prefix", Optional.of("$")), NOON.minusSeconds(60))
                .orElseThrow();

        assertThat(second.effectiveFrom()).isEqualTo(NOON);
    }

    @Test
    void version_belowOne_isRefused() {
        assertThatThrownBy(() -> new SettingsVersion(GUILD, 0, NOON, ADA, Map.of(), Map.of()))
                .hasMessage("number must be at least 1: 0");
    }
}
