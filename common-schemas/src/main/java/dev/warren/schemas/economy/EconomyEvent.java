package dev.warren.schemas.economy;

import dev.warren.schemas.event.UnknownType;

/** What is decided there: topic {@code economy.events}. Members are added with the features that emit them. */
public sealed interface EconomyEvent {
    /** A type of the future. */
    record Unknown(String type) implements EconomyEvent, UnknownType {}
}
