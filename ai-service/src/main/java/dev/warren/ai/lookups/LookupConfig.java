package dev.warren.ai.lookups;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings under {@code warren.ai.lookups.}. */
@ConfigMapping(prefix = "warren.ai.lookups")
public interface LookupConfig {
    /** How long the gateway's answer is waited for. */
    @WithDefault("8s")
    Duration patience();

    /** How often it is looked for meanwhile. */
    @WithDefault("40ms")
    Duration pause();

    /** For how long the gateway's answer is remembered; at least as long as the patience. */
    @WithDefault("15m")
    Duration kept();
}
