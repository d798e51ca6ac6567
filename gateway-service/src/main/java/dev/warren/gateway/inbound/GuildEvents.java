package dev.warren.gateway.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.gateway.guilds.GuildDirectory;
import dev.warren.gateway.identity.BotIdentity;
import dev.warren.gateway.identity.Identity;
import dev.warren.gateway.wire.Nodes;
import dev.warren.schemas.discord.GuildEvent;
import dev.warren.schemas.discord.GuildEvent.ChannelKnown;
import dev.warren.schemas.discord.GuildEvent.ChannelRemoved;
import dev.warren.schemas.discord.GuildEvent.GuildKnown;
import dev.warren.schemas.discord.GuildEvent.GuildLeft;
import dev.warren.schemas.discord.GuildEvent.RoleKnown;
import dev.warren.schemas.discord.GuildEvent.RoleRemoved;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What changes of guilds, channels and roles; published only when it is a change. */
@ApplicationScoped
class GuildEvents {
    private final GuildDirectory directory;
    private final Identity identity;

    GuildEvents(GuildDirectory directory, Identity identity) {
        this.directory = directory;
        this.identity = identity;
    }

    void changed(Arrival arrival) {
        for (var change : changes(arrival)) {
            var key = key(change);
            arrival.emit(Topics.GUILDS, arrival.event(arrival.id().derive(key), arrival.at(), key, change));
        }
    }

    private List<GuildEvent> changes(Arrival arrival) {
        var data = arrival.data();
        return switch (arrival.type()) {
            case "READY" -> directory.ready(data, arrival.at());
            case "GUILD_CREATE" -> directory.created(data, bot());
            case "GUILD_UPDATE" -> directory.updated(data);
            case "GUILD_DELETE" -> directory.deleted(data, arrival.at());
            case "GUILD_ROLE_CREATE", "GUILD_ROLE_UPDATE" -> directory.hasRole(guild(data), data.path("role"));
            case "GUILD_ROLE_DELETE" -> directory.lostRole(guild(data), Nodes.requiredId(data, "role_id", RoleId::of));
            case "CHANNEL_CREATE", "CHANNEL_UPDATE", "THREAD_CREATE", "THREAD_UPDATE" ->
                Nodes.id(data, "guild_id", GuildId::of)
                        .map(guild -> directory.hasChannel(guild, data))
                        .orElse(List.of());
            case "CHANNEL_DELETE", "THREAD_DELETE" ->
                Nodes.id(data, "guild_id", GuildId::of)
                        .map(guild -> directory.lostChannel(guild, Nodes.requiredId(data, "id", ChannelId::of)))
                        .orElse(List.of());
            case "THREAD_LIST_SYNC" -> threads(data);
            case "GUILD_MEMBER_UPDATE" ->
                isBot(data) ? directory.botHas(guild(data), Nodes.ids(data, "roles", RoleId::of)) : List.of();
            default -> throw new IllegalArgumentException("type must concern guilds: " + arrival.type());
        };
    }

    private List<GuildEvent> threads(JsonNode data) {
        var changes = new ArrayList<GuildEvent>();
        data.path("threads").forEach(thread -> changes.addAll(directory.hasChannel(guild(data), thread)));
        return changes;
    }

    private boolean isBot(JsonNode member) {
        return bot().map(UserId::toString)
                .filter(member.path("user").path("id").asText()::equals)
                .isPresent();
    }

    private Optional<UserId> bot() {
        return identity.now().map(BotIdentity::user);
    }

    private static GuildId guild(JsonNode data) {
        return Nodes.requiredId(data, "guild_id", GuildId::of);
    }

    private static String key(GuildEvent change) {
        return switch (change) {
            case GuildKnown guild -> Keys.knownGuild(guild.guild());
            case GuildLeft left -> Keys.knownGuild(left.guild());
            case ChannelKnown channel -> Keys.knownChannel(channel.channel());
            case ChannelRemoved removed -> Keys.knownChannel(removed.channel());
            case RoleKnown role -> Keys.knownRole(role.role());
            case RoleRemoved removed -> Keys.knownRole(removed.role());
            case GuildEvent.Unknown unknown ->
                throw new IllegalArgumentException("a change must be known: " + unknown.type());
        };
    }
}
