package dev.warren.gateway.sessions;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Settings of what shards remember, under {@code warren.gateway.sessions.}. */
@ConfigMapping(prefix = "warren.gateway.sessions")
public interface SessionsConfig {
    /** How often what changed is written. What is not written yet when the process dies comes again. */
    @WithDefault("250ms")
    Duration write();

    /** By how much Discord's ids of different channels may come out of order. */
    @WithDefault("1m")
    Duration margin();

    /** Channels whose newest message is remembered; beyond, the quietest are read back from the margin. */
    @WithDefault("100000")
    @Min(1)
    @Max(1_000_000)
    int channels();

    /** Direct messages that are looked at when a session is gone: the newest. Discord does not list them. */
    @WithDefault("200")
    @Min(0)
    @Max(100_000)
    int directChannels();
}
