package dev.warren.simulator.rest;

import java.time.Duration;
import java.util.HexFormat;

/**
 * A rate limit as Discord's headers show it: so many requests in a window, for each major parameter (channel, guild, webhook).
 * The numbers are those that bots see today; Discord publishes none and changes them.
 */
enum Bucket {
    MESSAGE_CREATE(5, Duration.ofSeconds(5)),
    MESSAGE_EDIT(5, Duration.ofSeconds(5)),
    MESSAGE_DELETE(5, Duration.ofSeconds(1)),
    MESSAGE_LIST(5, Duration.ofSeconds(1)),
    MESSAGE_GET(5, Duration.ofSeconds(1)),
    BULK_DELETE(1, Duration.ofSeconds(3)),
    REACTION(1, Duration.ofMillis(250)),
    TYPING(5, Duration.ofSeconds(5)),
    PINS(5, Duration.ofSeconds(4)),
    CHANNEL(5, Duration.ofSeconds(15)),
    MEMBER(10, Duration.ofSeconds(10)),
    MEMBER_ROLE(10, Duration.ofSeconds(10)),
    DIRECT_CHANNEL(10, Duration.ofSeconds(10)),
    WEBHOOK(5, Duration.ofSeconds(2)),
    INTERACTION(50, Duration.ofSeconds(1)),
    COMMANDS(5, Duration.ofSeconds(20)),
    GATEWAY(2, Duration.ofSeconds(5)),
    OTHER(50, Duration.ofSeconds(1));

    private final int limit;
    private final Duration window;
    private final String hash;

    Bucket(int limit, Duration window) {
        this.limit = limit;
        this.window = window;
        HexFormat hex = HexFormat.of();
        int seed = name().hashCode();
        hash = hex.toHexDigits(seed * 0x9E3779B97F4A7C15L) + hex.toHexDigits(seed * 0xC2B2AE3D27D4EB4FL);
    }

    int limit() {
        return limit;
    }

    Duration window() {
        return window;
    }

    /** What X-RateLimit-Bucket says: opaque, the same for all routes that share it. */
    String hash() {
        return hash;
    }
}
