package dev.warren.gateway.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.gateway.wire.Nodes;
import dev.warren.schemas.discord.ReactionEvent;
import dev.warren.schemas.discord.ReactionEvent.ReactionAdded;
import dev.warren.schemas.discord.ReactionEvent.ReactionRemoved;
import dev.warren.schemas.discord.ReactionEvent.ReactionsCleared;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Reactions. */
@ApplicationScoped
class ReactionEvents {
    void added(Arrival arrival) {
        var data = arrival.data();
        var user = Nodes.requiredId(data, "user_id", UserId::of);
        var guild = Nodes.id(data, "guild_id", GuildId::of);
        emit(
                arrival,
                Keys.member(guild, user),
                new ReactionAdded(
                        guild,
                        channel(data),
                        message(data),
                        user,
                        Nodes.id(data, "message_author_id", UserId::of),
                        emoji(data).orElse("")));
    }

    void removed(Arrival arrival) {
        var data = arrival.data();
        var user = Nodes.requiredId(data, "user_id", UserId::of);
        var guild = Nodes.id(data, "guild_id", GuildId::of);
        emit(
                arrival,
                Keys.member(guild, user),
                new ReactionRemoved(
                        guild, channel(data), message(data), user, emoji(data).orElse("")));
    }

    void cleared(Arrival arrival) {
        var data = arrival.data();
        var message = message(data);
        emit(
                arrival,
                Keys.orphan(message),
                new ReactionsCleared(Nodes.id(data, "guild_id", GuildId::of), channel(data), message, emoji(data)));
    }

    private static void emit(Arrival arrival, String key, ReactionEvent payload) {
        arrival.emit(Topics.REACTIONS, arrival.event(arrival.id(), arrival.at(), key, payload));
    }

    private static ChannelId channel(JsonNode data) {
        return Nodes.requiredId(data, "channel_id", ChannelId::of);
    }

    private static MessageId message(JsonNode data) {
        return Nodes.requiredId(data, "message_id", MessageId::of);
    }

    /** A custom emoji whose name Discord no longer knows has its id alone. */
    private static Optional<String> emoji(JsonNode data) {
        return Nodes.child(data, "emoji").map(emoji -> {
            var name = Nodes.text(emoji, "name").orElse("");
            return Nodes.text(emoji, "id").map(id -> name + ":" + id).orElse(name);
        });
    }
}
