package dev.warren.ai.asking;

import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import java.util.List;
import java.util.Optional;

/**
 * Who asks, and where: what is done for them is done with their permissions.
 *
 * @param guild none in direct messages
 * @param name as the guild sees them
 * @param permissions in the channel, as Discord or the gateway knew them; none where neither did
 * @param locale the member's language at Discord, where known
 */
public record Asker(
        Optional<GuildId> guild,
        ChannelId channel,
        UserId user,
        String name,
        Permissions permissions,
        List<RoleId> roles,
        Optional<String> locale) {
    public Asker {
        roles = List.copyOf(roles);
    }

    /** Who used a command, component or modal. */
    public static Asker of(Origin origin) {
        return of(origin.guild(), origin.channel(), origin.member(), origin.locale());
    }

    public static Asker of(Optional<GuildId> guild, ChannelId channel, Member member, Optional<String> locale) {
        return new Asker(
                guild,
                channel,
                member.id(),
                member.displayName(),
                member.permissions().orElse(Permissions.NONE),
                member.roles(),
                locale);
    }
}
