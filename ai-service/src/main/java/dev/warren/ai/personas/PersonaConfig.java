package dev.warren.ai.personas;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Settings under {@code warren.ai.personas.}. */
@ConfigMapping(prefix = "warren.ai.personas")
public interface PersonaConfig {
    /** How many personas a guild may make for itself. */
    @WithDefault("18")
    @Min(0)
    @Max(18)
    int mostOwn();
}
