package dev.warren.schemas.leveling;

import dev.warren.schemas.event.UnknownType;

/** What is decided there: topic {@code leveling.events}. Members are added with the features that emit them. */
public sealed interface LevelingEvent {
    /** A type of the future. */
    record Unknown(String type) implements LevelingEvent, UnknownType {}
}
