package dev.warren.simulator.world;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * Something that Discord tells over the gateway.
 *
 * @param type name of the dispatch, as {@code MESSAGE_CREATE}
 * @param intents a session needs one of these bits; 0 when every session gets it
 * @param guild where; empty for direct messages
 * @param data the payload
 * @param withoutContent the payload for sessions without the message content intent; empty when the content is for everybody
 */
public record Event(
        String type, long intents, Optional<Guild> guild, JsonObject data, Optional<JsonObject> withoutContent) {
    /** Intents of an event that no session gets, since the bot may not see it; other listeners do. */
    public static final long NOBODY = 1L << 62;

    public static Event inGuild(String type, Intent intent, Guild guild, JsonObject data) {
        return new Event(type, intent.bit(), Optional.of(guild), data, Optional.empty());
    }

    /** An event that no intent filters. */
    public static Event always(String type, Optional<Guild> guild, JsonObject data) {
        return new Event(type, 0, guild, data, Optional.empty());
    }

    /** The same for other listeners than the bot's sessions. */
    Event forNobody() {
        return new Event(type, NOBODY, guild, data, Optional.empty());
    }

    Event hidingContent(JsonObject stripped) {
        return new Event(type, intents, guild, data, Optional.of(stripped));
    }
}
