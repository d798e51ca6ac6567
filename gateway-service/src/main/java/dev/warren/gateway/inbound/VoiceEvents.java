package dev.warren.gateway.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.gateway.wire.Nodes;
import dev.warren.schemas.discord.VoiceEvent.VoiceStateChanged;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** Voice states. Those in direct messages concern no guild and are passed over. */
@ApplicationScoped
class VoiceEvents {
    void changed(Arrival arrival) {
        var data = arrival.data();
        Nodes.id(data, "guild_id", GuildId::of)
                .ifPresent(guild -> emit(arrival, guild, data, arrival.id(), isBot(data.path("member"))));
    }

    /** The states that stand when a guild becomes known, so that nobody who sat in a channel before is missed. */
    void standing(Arrival arrival) {
        var data = arrival.data();
        var states = data.path("voice_states");
        if (states.isEmpty() || Nodes.flag(data, "unavailable")) {
            return;
        }
        var guild = Nodes.requiredId(data, "id", GuildId::of);
        Map<String, Boolean> bots = new HashMap<>();
        for (var member : data.path("members")) {
            bots.put(member.path("user").path("id").asText(), isBot(member));
        }
        for (var state : states) {
            var user = state.path("user_id").asText();
            emit(
                    arrival,
                    guild,
                    state,
                    arrival.id().derive("voice:" + user),
                    bots.getOrDefault(user, isBot(state.path("member"))));
        }
    }

    private static boolean isBot(JsonNode member) {
        return Nodes.flag(member.path("user"), "bot");
    }

    private static void emit(Arrival arrival, GuildId guild, JsonNode state, EventId id, boolean bot) {
        var changed = new VoiceStateChanged(
                guild,
                Nodes.requiredId(state, "user_id", UserId::of),
                bot,
                Nodes.id(state, "channel_id", ChannelId::of),
                Nodes.flag(state, "mute"),
                Nodes.flag(state, "deaf"),
                Nodes.flag(state, "self_mute"),
                Nodes.flag(state, "self_deaf"),
                Nodes.flag(state, "suppress"),
                arrival.at());
        arrival.emit(Topics.VOICE, arrival.event(id, arrival.at(), Keys.guild(guild), changed));
    }
}
