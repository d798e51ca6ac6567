package dev.warren.leveling.cdn;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;

/** Settings under {@code warren.leveling.cdn.}. */
@ConfigMapping(prefix = "warren.leveling.cdn")
public interface CdnConfig {
    /** Where avatars lie. */
    @WithDefault("${DISCORD_CDN_URL:https://cdn.discordapp.com}")
    URI url();

    /** How long a card waits for an avatar before it shows initials. */
    @WithDefault("150ms")
    Duration avatarPatience();

    /** Bytes of the largest avatar that is looked at. */
    @WithDefault("524288")
    @Min(1024)
    @Max(4194304)
    int avatarBytes();

    /** Avatars kept, each of some 10 KB. */
    @WithDefault("300")
    @Min(0)
    @Max(10000)
    int avatars();

    /** After which an avatar that did not come is asked for again. */
    @WithDefault("30s")
    Duration avatarPause();
}
