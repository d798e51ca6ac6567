package dev.warren.ai.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.ai.work.Job;
import dev.warren.schemas.conversation.ConversationEvent.EndReason;
import dev.warren.schemas.event.WireJson;
import dev.warren.schemas.ids.EventId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A conversation is over, which is still to be told and summarised. */
record Ending(Talk talk, EndReason reason, Instant at) {
    static final String KIND = "ending";
    /** How long it makes sense to tell; the content that is summarised is gone long before. */
    private static final Duration WITHIN = Duration.ofDays(1);

    private static final ObjectMapper MAPPER = WireJson.mapper();

    /** The job that tells it. */
    Job job() {
        var id = EventId.of(talk.id()).derive("end");
        return new Job(
                id,
                EventId.of(talk.id()),
                KIND,
                talk.id() + "/end",
                toJson(),
                at,
                at.plus(WITHIN),
                Optional.empty(),
                0);
    }

    private String toJson() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an ending cannot be written", e);
        }
    }

    static Ending fromJson(String json) {
        try {
            return MAPPER.readValue(json, Ending.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an ending cannot be read", e);
        }
    }
}
