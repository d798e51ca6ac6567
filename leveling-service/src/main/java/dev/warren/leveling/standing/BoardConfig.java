package dev.warren.leveling.standing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Settings under {@code warren.leveling.boards.}. */
@ConfigMapping(prefix = "warren.leveling.boards")
interface BoardConfig {
    /** How often the boards of weeks and months take in what was earned. */
    @WithDefault("2s")
    Duration fold();

    /** Changes taken in at once. */
    @WithDefault("20000")
    @Min(1)
    @Max(1000000)
    int foldAtOnce();
}
