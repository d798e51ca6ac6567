package dev.warren.gateway.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.gateway.connection.GatewayDispatch;
import dev.warren.gateway.sessions.Mark;
import dev.warren.gateway.sessions.ShardMemory;
import dev.warren.gateway.wire.Nodes;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells the shard's memory what it must not forget. It hears every dispatch on the socket's thread, in order and also when the dispatch
 * then finds no place.
 */
final class Remembering {
    /** Channels without messages of their own, by Discord's channel types: categories, forums, media. A forum's last message is a thread. */
    private static final Set<Integer> SILENT = Set.of(4, 15, 16);

    private final ShardMemory memory;

    Remembering(ShardMemory memory) {
        this.memory = memory;
    }

    /** @throws RuntimeException when Discord sent something that cannot be understood */
    void heard(GatewayDispatch dispatch, Instant now) {
        var data = dispatch.data();
        switch (dispatch.type()) {
            case "MESSAGE_CREATE" -> memory.arrived(dispatch.sessionId(), dispatch.sequence(), mark(data));
            case "READY" -> memory.sessionBegan(guilds(data), now);
            case "GUILD_CREATE" -> told(data, now);
            case "GUILD_DELETE" -> {
                if (!Nodes.flag(data, "unavailable")) {
                    memory.left(Nodes.requiredId(data, "id", GuildId::of));
                }
            }
            case "CHANNEL_DELETE", "THREAD_DELETE" -> memory.channelGone(Nodes.requiredId(data, "id", ChannelId::of));
            default -> {
                // of no interest after a crash
            }
        }
    }

    /** A message that found no place. */
    void shed(GatewayDispatch dispatch) {
        memory.shed(mark(dispatch.data()));
    }

    private static Mark mark(JsonNode message) {
        return new Mark(
                Nodes.requiredId(message, "channel_id", ChannelId::of),
                Nodes.id(message, "guild_id", GuildId::of),
                Nodes.requiredId(message, "id", MessageId::of));
    }

    private static Set<GuildId> guilds(JsonNode ready) {
        var guilds = new HashSet<GuildId>();
        ready.path("guilds").forEach(guild -> guilds.add(Nodes.requiredId(guild, "id", GuildId::of)));
        return guilds;
    }

    private void told(JsonNode guild, Instant now) {
        if (Nodes.flag(guild, "unavailable")) {
            return;
        }
        var newest = new HashMap<ChannelId, MessageId>();
        collect(guild.path("channels"), newest);
        collect(guild.path("threads"), newest);
        memory.guildTold(Nodes.requiredId(guild, "id", GuildId::of), Nodes.time(guild, "joined_at"), newest, now);
    }

    private static void collect(JsonNode channels, Map<ChannelId, MessageId> newest) {
        for (var channel : channels) {
            if (!SILENT.contains(Nodes.number(channel, "type"))) {
                Nodes.id(channel, "last_message_id", MessageId::of)
                        .ifPresent(last -> newest.put(Nodes.requiredId(channel, "id", ChannelId::of), last));
            }
        }
    }
}
