package dev.warren.simulator.world;

import java.util.Locale;
import java.util.Optional;

/** Kinds of channels and their numbers at Discord. */
public enum ChannelType {
    TEXT(0),
    DM(1),
    VOICE(2),
    CATEGORY(4),
    ANNOUNCEMENT(5),
    ANNOUNCEMENT_THREAD(10),
    PUBLIC_THREAD(11),
    PRIVATE_THREAD(12),
    STAGE(13),
    FORUM(15);

    private final int number;

    ChannelType(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public boolean thread() {
        return this == ANNOUNCEMENT_THREAD || this == PUBLIC_THREAD || this == PRIVATE_THREAD;
    }

    public boolean voice() {
        return this == VOICE || this == STAGE;
    }

    /** Whether messages can be written in it. */
    public boolean text() {
        return this != CATEGORY && this != FORUM;
    }

    public static Optional<ChannelType> of(int number) {
        for (ChannelType type : values()) {
            if (type.number == number) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Reads the name, in any case, with dashes or underscores. */
    public static Optional<ChannelType> named(String name) {
        String wanted = name.toUpperCase(Locale.ROOT).replace('-', '_');
        for (ChannelType type : values()) {
            if (type.name().equals(wanted)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
