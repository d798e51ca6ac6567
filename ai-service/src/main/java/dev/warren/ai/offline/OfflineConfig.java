package dev.warren.ai.offline;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Settings under {@code warren.ai.offline.}. */
@ConfigMapping(prefix = "warren.ai.offline")
public interface OfflineConfig {
    /** Vectors of commands and of what people ask that are kept, 1.5 KiB each. */
    @WithDefault("2000")
    @Min(500)
    @Max(100_000)
    int mostVectors();

    /** How alike a question must be to a known one, of 1, to be taken for it. */
    @WithDefault("0.5")
    double likeness();

    /** How alike a question of the kind "how do I …" must be to what a command does. */
    @WithDefault("0.38")
    double helpLikeness();
}
