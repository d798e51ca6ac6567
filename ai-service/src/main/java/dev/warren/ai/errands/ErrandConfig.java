package dev.warren.ai.errands;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Settings under {@code warren.ai.errands.}. */
@ConfigMapping(prefix = "warren.ai.errands")
public interface ErrandConfig {
    /** How many a member may have waiting at once. */
    @WithDefault("3")
    @Min(1)
    @Max(50)
    int mostWaiting();

    /** After which one that has not begun is not begun any more; Discord takes an answer for 15 minutes. */
    @WithDefault("5m")
    Duration expiry();
}
