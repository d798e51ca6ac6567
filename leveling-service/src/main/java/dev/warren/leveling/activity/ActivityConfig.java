package dev.warren.leveling.activity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Settings under {@code warren.leveling.activity.}. */
@ConfigMapping(prefix = "warren.leveling.activity")
interface ActivityConfig {
    /** How often messages are counted. */
    @WithDefault("2s")
    Duration fold();

    /** Messages counted at once. */
    @WithDefault("20000")
    @Min(1)
    @Max(1000000)
    int foldAtOnce();
}
