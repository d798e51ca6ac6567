package dev.warren.ai.zones;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZonesTest {
    @ParameterizedTest
    @CsvSource({
        "Tokyo,Asia/Tokyo",
        "europe/berlin,Europe/Berlin",
        "new york,America/New_York",
        "NYC,America/New_York",
        "India,Asia/Kolkata",
        "UTC+2,UTC+02:00",
        "+05:30,UTC+05:30",
        "gmt -3,UTC-03:00",
        "utc,UTC",
        "London?,Europe/London",
        "Buenos Aires,America/Argentina/Buenos_Aires"
    })
    void zone_byTheNameThatPeopleUse_isFound(String name, String id) {
        assertThat(Zones.find(name))
                .hasValueSatisfying(zone -> assertThat(zone.normalized().getRules())
                        .isEqualTo(ZoneId.of(id).normalized().getRules()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Nowhere", "UTC+25", "+99", "the moon"})
    void zone_thatNobodyKnows_isNone(String name) {
        assertThat(Zones.find(name)).isEmpty();
    }

    @Test
    void time_inAZone_isSaidWithItsOffset() {
        var now = Instant.parse("2026-11-20T12:15:00Z");

        assertThat(WorldClock.in(ZoneId.of("Asia/Tokyo"), now))
                .isEqualTo("In **Tokyo** it is **21:15 on Friday, 20 November 2026** (UTC+09:00).");
        assertThat(WorldClock.in(ZoneId.of("UTC+02:00"), now))
                .isEqualTo("In **UTC+02:00** it is **14:15 on Friday, 20 November 2026**.");
    }

    @Test
    void zones_likeWhatWasTyped_areThoseThatBeginSoFirst() {
        assertThat(Zones.like("ber", 25)).containsExactly("Atlantic/Bermuda", "Europe/Berlin", "Australia/Canberra");
    }
}
