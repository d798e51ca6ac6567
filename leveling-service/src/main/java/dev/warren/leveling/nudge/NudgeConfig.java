package dev.warren.leveling.nudge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Settings under {@code warren.leveling.nudges.}. */
@ConfigMapping(prefix = "warren.leveling.nudges")
interface NudgeConfig {
    /** How often quiet members are looked for. */
    @WithDefault("10m")
    Duration look();

    /** Members told in one round; the others wait for the next. */
    @WithDefault("50")
    @Min(1)
    @Max(1000)
    int atOnce();
}
