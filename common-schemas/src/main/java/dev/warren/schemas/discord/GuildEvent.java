package dev.warren.schemas.discord;

import dev.warren.schemas.event.UnknownType;
import dev.warren.schemas.event.WireType;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the gateway knows of guilds, one record for each guild, channel and role: topic {@code discord.guilds}, compacted. */
public sealed interface GuildEvent {
    /**
     * A guild as it is now.
     *
     * @param botRoles the roles of the bot's own member
     * @param locale the guild's preferred language
     */
    @WireType("dev.warren.discord.guild-known.v1")
    record GuildKnown(
            GuildId guild,
            String name,
            UserId owner,
            Optional<String> icon,
            Optional<ChannelId> systemChannel,
            Optional<ChannelId> afkChannel,
            Optional<String> locale,
            List<RoleId> botRoles,
            int members)
            implements GuildEvent {
        public GuildKnown {
            botRoles = List.copyOf(botRoles);
        }
    }

    /** The bot was removed from the guild. An outage of Discord is not a removal. */
    @WireType("dev.warren.discord.guild-left.v1")
    record GuildLeft(GuildId guild, Instant at) implements GuildEvent {}

    /**
     * A channel or thread as it is now.
     *
     * @param kind Discord's channel type
     * @param parent the category, or the thread's channel
     */
    @WireType("dev.warren.discord.channel-known.v1")
    record ChannelKnown(
            GuildId guild,
            ChannelId channel,
            String name,
            int kind,
            Optional<ChannelId> parent,
            boolean ageRestricted,
            List<Overwrite> overwrites)
            implements GuildEvent {
        public ChannelKnown {
            overwrites = List.copyOf(overwrites);
        }
    }

    /**
     * What a channel allows or denies a role or a member.
     *
     * @param id of the role or the member
     */
    record Overwrite(String id, boolean member, Permissions allow, Permissions deny) {}

    @WireType("dev.warren.discord.channel-removed.v1")
    record ChannelRemoved(GuildId guild, ChannelId channel) implements GuildEvent {}

    /** A role as it is now. */
    @WireType("dev.warren.discord.role-known.v1")
    record RoleKnown(
            GuildId guild,
            RoleId role,
            String name,
            int position,
            int color,
            Permissions permissions,
            boolean managed,
            boolean mentionable)
            implements GuildEvent {}

    @WireType("dev.warren.discord.role-removed.v1")
    record RoleRemoved(GuildId guild, RoleId role) implements GuildEvent {}

    /** A type of the future. */
    record Unknown(String type) implements GuildEvent, UnknownType {}
}
