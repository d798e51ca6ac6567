package dev.warren.gateway.gaps;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Settings of reading back, under {@code warren.gateway.gaps.}. */
@ConfigMapping(prefix = "warren.gateway.gaps")
public interface GapsConfig {
    /** Gaps that are read at the same time. */
    @WithDefault("8")
    @Min(1)
    @Max(1_000)
    int concurrent();

    /** Requests a second, of the 50 that Discord allows for everything. */
    @WithDefault("20")
    @Min(1)
    @Max(50)
    int requestsPerSecond();

    /** Messages that are read back of one gap; what is beyond is counted as lost. */
    @WithDefault("10000")
    @Min(100)
    @Max(1_000_000)
    int messages();

    /** The longest between two looks for gaps. */
    @WithDefault("2s")
    Duration look();

    /** How long a gap rests when Discord did not answer. */
    @WithDefault("10s")
    Duration rest();
}
