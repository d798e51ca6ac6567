package dev.warren.memory.undo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Limits for taking back, under {@code warren.memory.undo.}. */
@ConfigMapping(prefix = "warren.memory.undo")
public interface UndoConfig {
    /** How many deeds of a member in a guild can be taken back. */
    @WithDefault("20")
    @Min(1)
    @Max(1_000)
    int most();

    /** For how long a deed can be taken back. */
    @WithDefault("7d")
    Duration within();
}
