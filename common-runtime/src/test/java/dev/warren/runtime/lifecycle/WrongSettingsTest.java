package dev.warren.runtime.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.runtime.config.RuntimeConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongSettingsTest {
    private static final int HIGH = 1_000;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            warren.service          | foo    | must be one of ai, economy, embed, gateway, leveling, memory, moderation
            warren.records.attempts | many   | must be a whole number
            warren.records.buffer   | 1.5    | must be a whole number
            warren.probe            | 5 days | must be a duration such as 500ms, 30s or PT1M
            warren.redis.url        | ''     | must not be empty
            warren.no-such-thing    | 1      | there is no such setting
            """)
    void line_ofAWrongSetting_namesSettingValueAndRule(String name, String value, String rule) {
        // Given
        var failure = new RuntimeException("Failed to start", load(Map.of(name, value)));
        // When
        var line = WrongSettings.line(failure);
        // Then
        assertThat(line)
                .hasValueSatisfying(
                        text -> assertThat(text).startsWith(name + "=").endsWith(": " + rule));
    }

    @Test
    void line_ofAMissingSetting_saysSo() {
        assertThat(WrongSettings.line(load(Map.of("warren.service", ""))))
                .hasValue("warren.service=: must not be empty");
    }

    @Test
    void line_ofQuarkusOwnComplaint_isOneLine() {
        assertThat(WrongSettings.line(new ConfigurationException("this is\n  not right")))
                .hasValue("this is not right");
    }

    @Test
    void line_ofAnyOtherFailure_isNone() {
        assertThat(WrongSettings.line(new IllegalStateException("a bug"))).isEmpty();
    }

    private static ConfigValidationException load(Map<String, String> wrong) {
        var settings = new HashMap<String, String>();
        settings.put("warren.service", "embed");
        settings.putAll(wrong);
        return Assertions.catchThrowableOfType(
                ConfigValidationException.class,
                () -> new SmallRyeConfigBuilder()
                        .addDefaultInterceptors()
                        .withConverter(Duration.class, HIGH, new DurationConverter())
                        .withMapping(RuntimeConfig.class)
                        .withSources(new PropertiesConfigSource(settings, "test", HIGH))
                        .build());
    }
}
