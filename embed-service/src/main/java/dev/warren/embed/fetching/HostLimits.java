package dev.warren.embed.fetching;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** How often a host is asked. */
interface HostLimits {
    /** Takes leave to ask a host once: zero when it may be asked at once, else how long to wait before trying again. */
    Uni<Duration> take(String host);
}
