package dev.warren.ai.guilds;

import dev.warren.schemas.discord.GuildEvent.Overwrite;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a member may do, from roles and overwrites. Source: Discord's documentation, "Permission Overwrites"
 * (https://discord.com/developers/docs/topics/permissions#permission-overwrites).
 */
final class PermissionRules {
    private static final Permissions ALL = new Permissions(-1L >>> 1);

    private PermissionRules() {}

    /** In the guild as a whole; @everyone has the guild's id. */
    static Permissions base(
            GuildId guild,
            UserId owner,
            UserId user,
            List<RoleId> roles,
            Function<RoleId, Optional<Permissions>> permissions) {
        long bits = permissions
                .apply(new RoleId(guild.value()))
                .orElse(Permissions.NONE)
                .bits();
        for (var role : roles) {
            bits |= permissions.apply(role).orElse(Permissions.NONE).bits();
        }
        return user.equals(owner) || isAdministrator(bits) ? ALL : new Permissions(bits);
    }

    /** In a channel: what everybody is denied and allowed, then all roles together, then the member. */
    static Permissions inChannel(
            Permissions base, GuildId guild, UserId user, List<RoleId> roles, List<Overwrite> overwrites) {
        if (isAdministrator(base.bits())) {
            return ALL;
        }
        long denied = 0;
        long allowed = 0;
        long ownDenied = 0;
        long ownAllowed = 0;
        long bits = base.bits();
        for (var overwrite : overwrites) {
            long id = Long.parseLong(overwrite.id());
            if (overwrite.member() && id == user.value()) {
                ownDenied = overwrite.deny().bits();
                ownAllowed = overwrite.allow().bits();
            } else if (!overwrite.member() && id == guild.value()) {
                bits = (bits & ~overwrite.deny().bits()) | overwrite.allow().bits();
            } else if (!overwrite.member() && roles.contains(new RoleId(id))) {
                denied |= overwrite.deny().bits();
                allowed |= overwrite.allow().bits();
            }
        }
        bits = (bits & ~denied) | allowed;
        bits = (bits & ~ownDenied) | ownAllowed;
        // who cannot see a channel can do nothing in it
        return (bits & Permission.VIEW_CHANNEL.bit()) == 0 ? Permissions.NONE : new Permissions(bits);
    }

    private static boolean isAdministrator(long bits) {
        return (bits & Permission.ADMINISTRATOR.bit()) != 0;
    }
}
