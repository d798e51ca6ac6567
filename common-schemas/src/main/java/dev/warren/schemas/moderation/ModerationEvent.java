package dev.warren.schemas.moderation;

import dev.warren.schemas.event.UnknownType;

/** What is decided there: topic {@code moderation.events}. Members are added with the features that emit them. */
public sealed interface ModerationEvent {
    /** A type of the future. */
    record Unknown(String type) implements ModerationEvent, UnknownType {}
}
