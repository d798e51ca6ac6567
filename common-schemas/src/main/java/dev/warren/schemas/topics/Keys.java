package dev.warren.schemas.topics;

import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.Snowflake;
import dev.warren.schemas.ids.UserId;
import java.util.Optional;

/** The keys of records: what must stay in order has one key. */
public final class Keys {
    private Keys() {}

    /** One member in one guild, or in direct messages. */
    public static String member(Optional<GuildId> guild, UserId user) {
        return guild.map(GuildId::toString).orElse("dm") + ":" + user;
    }

    /** A message of which no author is known, in a topic that is otherwise keyed by member. */
    public static String orphan(Snowflake message) {
        return "message:" + message.value();
    }

    public static String guild(GuildId guild) {
        return guild.toString();
    }

    /** A guild's record in {@code discord.guilds}. */
    public static String knownGuild(GuildId guild) {
        return "guild:" + guild;
    }

    /** A channel's record in {@code discord.guilds}. */
    public static String knownChannel(ChannelId channel) {
        return "channel:" + channel;
    }

    /** A role's record in {@code discord.guilds}. */
    public static String knownRole(RoleId role) {
        return "role:" + role;
    }
}
