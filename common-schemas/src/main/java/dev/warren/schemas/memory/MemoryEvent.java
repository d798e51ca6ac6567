package dev.warren.schemas.memory;

import dev.warren.schemas.event.UnknownType;

/** What is decided there: topic {@code memory.events}. Members are added with the features that emit them. */
public sealed interface MemoryEvent {
    /** A type of the future. */
    record Unknown(String type) implements MemoryEvent, UnknownType {}
}
