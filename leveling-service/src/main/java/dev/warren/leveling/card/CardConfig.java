package dev.warren.leveling.card;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Settings under {@code warren.leveling.cards.}. */
@ConfigMapping(prefix = "warren.leveling.cards")
interface CardConfig {
    /** Whether cards are drawn; text alone otherwise. */
    @WithDefault("true")
    boolean enabled();

    /** Cards drawn at once. */
    @WithDefault("1")
    @Min(1)
    @Max(16)
    int threads();

    /** Cards drawn in a second; whoever comes then gets text, so that pictures never take a processor from answers. */
    @WithDefault("20")
    @Min(1)
    @Max(1000)
    int perSecond();

    /** Cards that wait to be drawn, or for their avatars; whoever comes then gets text. */
    @WithDefault("4")
    @Min(0)
    @Max(1000)
    int queue();

    /** How long an answer waits for its card before it is text. */
    @WithDefault("300ms")
    Duration patience();

    /** Cards known; their bytes lie in Redis. */
    @WithDefault("5000")
    @Min(0)
    @Max(1000000)
    int cached();
}
