package dev.warren.leveling.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2h, 2026-11-20T10:00:00Z",
        "2 days ago, 2026-11-18T12:00:00Z",
        "2026-11-19, 2026-11-18T23:00:00Z",
        "2026-11-19 15:30, 2026-11-19T14:30:00Z",
        "2026-11-19T15:30:00Z, 2026-11-19T15:30:00Z"
    })
    void moment_asPeopleWriteIt_isRead(String text, Instant moment) {
        assertThat(Moment.parse(text, NOW, BERLIN)).contains(moment);
    }

    @Test
    void whatIsNoMoment_isNone() {
        assertThat(Moment.parse("yesterday-ish", NOW, BERLIN)).isEmpty();
        assertThat(Moment.parse("999999999 weeks", NOW, BERLIN)).isEmpty();
        assertThat(Moment.parse("2026-13-01", NOW, BERLIN)).isEmpty();
    }
}
