package dev.warren.gateway.outbound;

import dev.warren.schemas.ids.MessageId;

/** Hears the bot's own messages as Discord tells them. Only this echo says under which nonce a message was posted. */
public interface Echoes {
    /** Takes note, without waiting. */
    void heard(String nonce, MessageId message);
}
