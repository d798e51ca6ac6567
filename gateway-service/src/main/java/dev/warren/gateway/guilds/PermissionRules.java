package dev.warren.gateway.guilds;

import dev.warren.schemas.discord.GuildEvent.Overwrite;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a member may do, from roles and overwrites.
 * Source: Discord's documentation, "Permission Overwrites" and its pseudocode
 * (https://discord.com/developers/docs/topics/permissions#permission-overwrites).
 */
final class PermissionRules {
    /** Everything: what owners and administrators may. */
    static final Permissions ALL = new Permissions(
            Arrays.stream(Permission.values()).mapToLong(Permission::bit).reduce(0, (a, b) -> a | b));

    private static final Permissions LOOKING_ON =
            Permissions.of(Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY);

    private PermissionRules() {}

    /**
     * In the guild as a whole.
     *
     * @param role the permissions of a role, where it is known; @everyone has the guild's id
     */
    static Permissions base(
            GuildId guild,
            UserId owner,
            UserId user,
            List<RoleId> roles,
            Function<RoleId, Optional<Permissions>> role) {
        if (user.equals(owner)) {
            return ALL;
        }
        long bits = role.apply(everyone(guild)).orElse(Permissions.NONE).bits();
        for (var id : roles) {
            bits |= role.apply(id).orElse(Permissions.NONE).bits();
        }
        return isAdministrator(bits) ? ALL : new Permissions(bits);
    }

    /** In a channel: what @everyone is denied and allowed, then all roles together, then the member. */
    static Permissions inChannel(
            Permissions base, GuildId guild, UserId user, List<RoleId> roles, List<Overwrite> overwrites) {
        if (isAdministrator(base.bits())) {
            return base;
        }
        long denied = 0;
        long allowed = 0;
        long bits = base.bits();
        Optional<Overwrite> own = Optional.empty();
        for (var overwrite : overwrites) {
            long id = Long.parseLong(overwrite.id());
            if (overwrite.member()) {
                if (id == user.value()) {
                    own = Optional.of(overwrite);
                }
            } else if (id == guild.value()) {
                bits = apply(bits, overwrite.deny().bits(), overwrite.allow().bits());
            } else if (roles.contains(new RoleId(id))) {
                denied |= overwrite.deny().bits();
                allowed |= overwrite.allow().bits();
            }
        }
        bits = apply(bits, denied, allowed);
        if (own.isPresent()) {
            bits = apply(bits, own.get().deny().bits(), own.get().allow().bits());
        }
        // Who cannot see a channel can do nothing in it.
        return (bits & Permission.VIEW_CHANNEL.bit()) == 0 ? Permissions.NONE : new Permissions(bits);
    }

    /** What is left to somebody in a timeout: to look on. Administrators cannot be timed out. */
    static Permissions timedOut(Permissions has) {
        return isAdministrator(has.bits()) ? has : new Permissions(has.bits() & LOOKING_ON.bits());
    }

    private static long apply(long bits, long denied, long allowed) {
        return (bits & ~denied) | allowed;
    }

    private static boolean isAdministrator(long bits) {
        return (bits & Permission.ADMINISTRATOR.bit()) != 0;
    }

    private static RoleId everyone(GuildId guild) {
        return new RoleId(guild.value());
    }
}
