package dev.warren.leveling;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Settings of this service, under {@code warren.leveling.}. */
@ConfigMapping(prefix = "warren.leveling")
public interface LevelingConfig {
    /** Members on one page of the leaderboard. */
    @WithDefault("10")
    @Min(1)
    @Max(25)
    int pageSize();
}
