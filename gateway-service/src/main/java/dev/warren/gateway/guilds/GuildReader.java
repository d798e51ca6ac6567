package dev.warren.gateway.guilds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.gateway.wire.Nodes;
import dev.warren.schemas.discord.GuildEvent.ChannelKnown;
import dev.warren.schemas.discord.GuildEvent.GuildKnown;
import dev.warren.schemas.discord.GuildEvent.Overwrite;
import dev.warren.schemas.discord.GuildEvent.RoleKnown;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Guilds, channels and roles as Discord sends them. */
final class GuildReader {
    /** Discord's number for an overwrite of a member. */
    private static final int MEMBER_OVERWRITE = 1;

    private GuildReader() {}

    /**
     * A guild.
     *
     * @param bot none when Discord did not say who the bot is yet
     * @param before what was known; an update tells neither the bot's roles nor the number of members
     */
    static GuildKnown guild(JsonNode data, Optional<UserId> bot, Optional<GuildKnown> before) {
        var guild = Nodes.requiredId(data, "id", GuildId::of);
        return new GuildKnown(
                guild,
                Nodes.text(data, "name").orElse(""),
                Nodes.requiredId(data, "owner_id", UserId::of),
                Nodes.text(data, "icon"),
                Nodes.id(data, "system_channel_id", ChannelId::of),
                Nodes.id(data, "afk_channel_id", ChannelId::of),
                Nodes.text(data, "preferred_locale"),
                botRoles(data, bot).or(() -> before.map(GuildKnown::botRoles)).orElse(List.of()),
                Nodes.child(data, "member_count")
                        .map(JsonNode::asInt)
                        .or(() -> before.map(GuildKnown::members))
                        .orElse(0));
    }

    /** The same guild with other roles of the bot. */
    static GuildKnown withBotRoles(GuildKnown guild, List<RoleId> roles) {
        return new GuildKnown(
                guild.guild(),
                guild.name(),
                guild.owner(),
                guild.icon(),
                guild.systemChannel(),
                guild.afkChannel(),
                guild.locale(),
                roles,
                guild.members());
    }

    private static Optional<List<RoleId>> botRoles(JsonNode data, Optional<UserId> bot) {
        if (bot.isEmpty()) {
            return Optional.empty();
        }
        var id = bot.get().toString();
        for (var member : data.path("members")) {
            if (member.path("user").path("id").asText().equals(id)) {
                return Optional.of(Nodes.ids(member, "roles", RoleId::of));
            }
        }
        return Optional.empty();
    }

    static ChannelKnown channel(GuildId guild, JsonNode data) {
        return new ChannelKnown(
                guild,
                Nodes.requiredId(data, "id", ChannelId::of),
                Nodes.text(data, "name").orElse(""),
                Nodes.number(data, "type"),
                Nodes.id(data, "parent_id", ChannelId::of),
                Nodes.flag(data, "nsfw"),
                overwrites(data));
    }

    private static List<Overwrite> overwrites(JsonNode data) {
        var overwrites = new ArrayList<Overwrite>();
        for (var overwrite : data.path("permission_overwrites")) {
            overwrites.add(new Overwrite(
                    overwrite.path("id").asText(),
                    Nodes.number(overwrite, "type") == MEMBER_OVERWRITE,
                    permissions(overwrite, "allow"),
                    permissions(overwrite, "deny")));
        }
        return overwrites;
    }

    static RoleKnown role(GuildId guild, JsonNode data) {
        return new RoleKnown(
                guild,
                Nodes.requiredId(data, "id", RoleId::of),
                Nodes.text(data, "name").orElse(""),
                Nodes.number(data, "position"),
                Nodes.number(data, "color"),
                permissions(data, "permissions"),
                Nodes.flag(data, "managed"),
                Nodes.flag(data, "mentionable"));
    }

    private static Permissions permissions(JsonNode data, String field) {
        return Nodes.text(data, field).map(Permissions::parse).orElse(Permissions.NONE);
    }
}
