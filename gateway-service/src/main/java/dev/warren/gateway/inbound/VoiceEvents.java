package dev.warren.gateway.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.gateway.sessions.Seats;
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
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;

/** Voice states. Those in direct messages concern no guild and are passed over. */
@ApplicationScoped
class VoiceEvents {
    private final Seats seats;

    VoiceEvents(Seats seats) {
        this.seats = seats;
    }

    void changed(Arrival arrival) {
        var data = arrival.data();
        Nodes.id(data, "guild_id", GuildId::of)
                .ifPresent(guild -> emit(arrival, guild, data, arrival.id(), isBot(data.path("member"))));
    }

    /** The bot was removed, unless it is only Discord that is away. */
    void left(Arrival arrival) {
        if (!Nodes.flag(arrival.data(), "unavailable")) {
            seats.left(Nodes.requiredId(arrival.data(), "id", GuildId::of));
        }
    }

    /**
     * The states that stand when a guild becomes known, so that nobody who sat in a channel before is missed, and nobody stays who left
     * meanwhile.
     */
    void standing(Arrival arrival) {
        var data = arrival.data();
        var states = data.path("voice_states");
        if (Nodes.flag(data, "unavailable")) {
            return;
        }
        var guild = Nodes.requiredId(data, "id", GuildId::of);
        Map<String, Boolean> bots = new HashMap<>();
        for (var member : data.path("members")) {
            bots.put(member.path("user").path("id").asText(), isBot(member));
        }
        var sitting = new HashSet<UserId>();
        for (var state : states) {
            var user = state.path("user_id").asText();
            sitting.add(UserId.of(user));
            emit(
                    arrival,
                    guild,
                    state,
                    arrival.id().derive("voice:" + user),
                    bots.getOrDefault(user, isBot(state.path("member"))));
        }
        for (var gone : seats.others(guild, sitting)) {
            seats.rose(guild, gone.member());
            var id = arrival.id().derive("voice:" + gone.member());
            var rose = new VoiceStateChanged(
                    guild,
                    gone.member(),
                    gone.bot(),
                    Optional.empty(),
                    false,
                    false,
                    false,
                    false,
                    false,
                    arrival.at());
            arrival.emit(Topics.VOICE, arrival.event(id, arrival.at(), Keys.guild(guild), rose));
        }
    }

    private static boolean isBot(JsonNode member) {
        return Nodes.flag(member.path("user"), "bot");
    }

    private void emit(Arrival arrival, GuildId guild, JsonNode state, EventId id, boolean bot) {
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
        if (changed.channel().isPresent()) {
            seats.sits(guild, changed.user(), bot);
        } else {
            seats.rose(guild, changed.user());
        }
        arrival.emit(Topics.VOICE, arrival.event(id, arrival.at(), Keys.guild(guild), changed));
    }
}
