package dev.warren.eventviewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewerOptionsTest {
    @Test
    void read_nothingSet_hasDefaults() {
        var options = ViewerOptions.read(Map.of());

        assertThat(options.port()).isEqualTo(8090);
        assertThat(options.index()).isEqualTo(new ViewerOptions.Index(20_000, 12 * 1024 * 1024));
        assertThat(options.reading()).isEqualTo(new ViewerOptions.Reading(Duration.ofMinutes(15), 2_000, 2_000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VIEWER_PORT|70000|VIEWER_PORT must be from 0 to 65535: 70000",
                "VIEWER_PORT|http|VIEWER_PORT must be a whole number: http",
                "VIEWER_BYTES|12|VIEWER_BYTES must be a size like 512k or 12m: 12",
                "VIEWER_BYTES|1k|VIEWER_BYTES must be from 65536 to 1073741824: 1024",
                "VIEWER_RECORDS|1|VIEWER_RECORDS must be from 10 to 1000000: 1",
                "VIEWER_LOOK_BACK|15|VIEWER_LOOK_BACK must be a time like 500ms, 5s or 15m: 15",
                "VIEWER_LOOK_BACK_RECORDS|2000000|VIEWER_LOOK_BACK_RECORDS must be from 0 to 1000000: 2000000",
                "VIEWER_PER_SECOND|5|VIEWER_PER_SECOND must be from 10 to 1000000: 5",
                "VIEWER_SCAN_RECORDS|5|VIEWER_SCAN_RECORDS must be from 100 to 10000000: 5",
                "VIEWER_SCAN_TIME|2m|VIEWER_SCAN_TIME must be from 100 to 60000: 120000",
                "VIEWER_TRACES|0|VIEWER_TRACES must be from 1 to 100000: 0",
                "VIEWER_SPANS|0|VIEWER_SPANS must be from 1 to 10000: 0",
                "VIEWER_STREAMS|0|VIEWER_STREAMS must be from 1 to 1000: 0"
            })
    void read_wrongSetting_namesItWithRuleAndValue(String name, String value, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ViewerOptions.read(Map.of(name, value)))
                .withMessage(message);
    }
}
