package dev.warren.schemas.topics;

import java.util.Locale;

/** The services of Warren. */
public enum Service {
    GATEWAY,
    LEVELING,
    ECONOMY,
    MEMORY,
    AI,
    EMBED,
    MODERATION;

    /** How it is called in topics, custom ids and announcements. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
