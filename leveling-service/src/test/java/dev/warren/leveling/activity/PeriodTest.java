package dev.warren.leveling.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.schemas.ids.MessageId;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
    private static final Instant NOW = Instant.parse("2026-11-18T12:34:56Z");

    @ParameterizedTest
    @CsvSource({
        "DAY, 2026-11-17T13:00:00Z, 13, 12",
        "WEEK, 2026-11-12T00:00:00Z, Thu 12, Wed 18",
        "MONTH, 2026-10-20T00:00:00Z, 20 Oct, 18 Nov"
    })
    void period_endsWithTheStepThatIsUnderWay(Period period, Instant begin, String first, String last) {
        assertThat(Hour.begin(period.from(NOW))).isEqualTo(begin);
        assertThat(period.label(NOW, 0)).isEqualTo(first);
        assertThat(period.label(NOW, period.steps() - 1)).isEqualTo(last);
    }

    @Test
    void hour_ofAMessage_isThatOfItsSnowflake() {
        // Discord's own example of a snowflake
        assertThat(Hour.begin(Hour.of(new MessageId(175928847299117063L)))).isEqualTo("2016-04-30T11:00:00Z");
    }
}
