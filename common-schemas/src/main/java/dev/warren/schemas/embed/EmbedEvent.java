package dev.warren.schemas.embed;

import dev.warren.schemas.event.UnknownType;

/** What is decided there: topic {@code embed.events}. Members are added with the features that emit them. */
public sealed interface EmbedEvent {
    /** A type of the future. */
    record Unknown(String type) implements EmbedEvent, UnknownType {}
}
