package dev.warren.gateway.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Limits for those who use commands, under {@code warren.limits.}. A bucket gives {@code burst} at once and {@code uses} more in {@code per}. */
@ConfigMapping(prefix = "warren.limits")
public interface LimitsConfig {
    User user();

    Guild guild();

    Command command();

    /** How long Redis may take before a command passes unchecked. */
    @WithDefault("100ms")
    Duration patience();

    /** For how long Redis is not asked after it has failed. */
    @WithDefault("1s")
    Duration rest();

    /** For how long an event that passed passes again. */
    @WithDefault("15m")
    Duration passedFor();

    /** Buckets whose state is remembered here, which saves a round trip. */
    @WithDefault("20000")
    @Min(1)
    @Max(1_000_000)
    int remembered();

    /** How often a check is begun anew because another instance was quicker. */
    @WithDefault("32")
    @Min(1)
    @Max(1_000)
    int attempts();

    /** One member, wherever they are. */
    interface User {
        @WithDefault("30")
        @Min(1)
        @Max(1_000_000)
        int burst();

        @WithDefault("60")
        @Min(1)
        @Max(1_000_000)
        int uses();

        @WithDefault("30s")
        Duration per();
    }

    /** All members of a guild together. */
    interface Guild {
        @WithDefault("300")
        @Min(1)
        @Max(1_000_000)
        int burst();

        @WithDefault("200")
        @Min(1)
        @Max(1_000_000)
        int uses();

        @WithDefault("1s")
        Duration per();
    }

    /** One command in one guild. */
    interface Command {
        @WithDefault("200")
        @Min(1)
        @Max(1_000_000)
        int burst();

        @WithDefault("150")
        @Min(1)
        @Max(1_000_000)
        int uses();

        @WithDefault("1s")
        Duration per();
    }
}
