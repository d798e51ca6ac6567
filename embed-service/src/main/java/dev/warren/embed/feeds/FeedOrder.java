package dev.warren.embed.feeds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.event.WireJson;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.RoleId;
import java.time.Instant;
import java.util.Optional;

/**
 * What a member asked for and what needs a look at the source first.
 *
 * @param id of the event by which it was asked
 * @param subject of that event
 * @param kind of source
 * @param words that say which one; of a test, the source itself
 * @param follow that is to be tested; none where one is to be added
 */
record FeedOrder(
        EventId id,
        String subject,
        Instant at,
        Origin origin,
        GuildId guild,
        String kind,
        String words,
        ChannelId channel,
        Optional<RoleId> role,
        Optional<String> template,
        Optional<Long> follow) {
    private static final ObjectMapper MAPPER = WireJson.mapper();

    String written() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an order cannot be written: " + id, e);
        }
    }

    static FeedOrder read(String written) {
        try {
            return MAPPER.readValue(written, FeedOrder.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an order cannot be read", e);
        }
    }

    /** What the answer follows from. */
    Event<String> cause() {
        return Event.first(id, "/gateway", at, subject, "order");
    }
}
