package dev.warren.ai.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.ai.asking.Asker;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.event.WireJson;
import dev.warren.schemas.ids.MessageId;
import java.util.Optional;

/**
 * What a member said, and is to be answered.
 *
 * @param origin where it was said; with the interaction of {@code /ask}, where it was one
 * @param replyTo the message that it answered
 */
record Turn(String conversation, Origin origin, String prompt, Optional<MessageId> replyTo) {
    static final String KIND = "turn";

    private static final ObjectMapper MAPPER = WireJson.mapper();

    Asker asker() {
        return Asker.of(origin);
    }

    String toJson() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a turn cannot be written", e);
        }
    }

    static Turn fromJson(String json) {
        try {
            return MAPPER.readValue(json, Turn.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a turn cannot be read", e);
        }
    }
}
