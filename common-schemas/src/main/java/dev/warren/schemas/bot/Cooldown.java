package dev.warren.schemas.bot;

import java.time.Duration;

/** How often a command may be used: {@code uses} in {@code window}, counted for each {@code scope}. */
public record Cooldown(int uses, Duration window, Scope scope) {
    public Cooldown {
        if (uses < 1) {
            throw new IllegalArgumentException("uses must be at least 1: " + uses);
        }
        if (!window.isPositive()) {
            throw new IllegalArgumentException("window must be positive: " + window);
        }
    }

    /** For whom uses are counted together. */
    public enum Scope {
        MEMBER,
        CHANNEL,
        GUILD
    }
}
