package dev.warren.memory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the memory service, under {@code warren.memory.}. */
@ConfigMapping(prefix = "warren.memory")
public interface MemoryConfig {
    Settings settings();

    /** How settings of guilds change. */
    interface Settings {
        /** How long after a change it holds: long enough that every service has it by then. */
        @WithDefault("5s")
        Duration effectiveAfter();
    }
}
