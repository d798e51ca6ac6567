package dev.warren.ai.tools;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Settings under {@code warren.ai.tools.}. */
@ConfigMapping(prefix = "warren.ai.tools")
public interface ToolConfig {
    /** How long one tool may take. */
    @WithDefault("8s")
    Duration patience();

    /** How long memory may take; after that it is gone on without. */
    @WithDefault("300ms")
    Duration memoryPatience();

    /** Characters of a result that the model reads. */
    @WithDefault("4000")
    @Min(100)
    @Max(20_000)
    int mostCharacters();

    /** Messages of a channel that the model may read at once. */
    @WithDefault("30")
    @Min(1)
    @Max(100)
    int mostMessages();

    /** How long the button of a question stands that a tool asks. */
    @WithDefault("15m")
    Duration questionStands();
}
