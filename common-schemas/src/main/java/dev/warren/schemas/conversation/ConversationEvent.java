package dev.warren.schemas.conversation;

import dev.warren.schemas.event.UnknownType;

/** What is decided there: topic {@code conversation.events}. Members are added with the features that emit them. */
public sealed interface ConversationEvent {
    /** A type of the future. */
    record Unknown(String type) implements ConversationEvent, UnknownType {}
}
