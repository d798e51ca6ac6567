package dev.warren.simulator.rest;

import dev.warren.simulator.world.Channel;
import dev.warren.simulator.world.Guild;
import dev.warren.simulator.world.Member;
import dev.warren.simulator.world.Message;
import dev.warren.simulator.world.Permission;
import dev.warren.simulator.world.Permissions;
import dev.warren.simulator.world.Role;
import dev.warren.simulator.world.Snowflake;
import dev.warren.simulator.world.User;
import dev.warren.simulator.world.World;

/** Finds what a request names, and refuses what the bot may not see or do. */
final class Access {
    private final World world;

    Access(World world) {
        this.world = world;
    }

    World world() {
        return world;
    }

    User bot() {
        return world.bot();
    }

    /** A channel that the bot sees. */
    Channel channel(Snowflake id) {
        Channel channel = world.findChannel(id).orElseThrow(() -> Refused.unknown(10003, "Channel"));
        if (!Permission.VIEW_CHANNEL.in(permissions(channel))) {
            throw Refused.missingAccess();
        }
        return channel;
    }

    long permissions(Channel channel) {
        return Permissions.inChannel(channel, bot(), world.now());
    }

    void need(Channel channel, Permission... permissions) {
        long set = permissions(channel);
        for (Permission permission : permissions) {
            if (!permission.in(set)) {
                throw Refused.missingPermissions();
            }
        }
    }

    Message message(Channel channel, Snowflake id) {
        return channel.messages()
                .get(id)
                .filter(message -> !message.ephemeral())
                .orElseThrow(() -> Refused.unknown(10008, "Message"));
    }

    Guild guild(Snowflake id) {
        return world.findGuild(id).orElseThrow(() -> Refused.unknown(10004, "Guild"));
    }

    void need(Guild guild, Permission... permissions) {
        long set = Permissions.inGuild(guild, self(guild), world.now());
        for (Permission permission : permissions) {
            if (!permission.in(set)) {
                throw Refused.missingPermissions();
            }
        }
    }

    long permissions(Guild guild) {
        return Permissions.inGuild(guild, self(guild), world.now());
    }

    Member self(Guild guild) {
        return guild.member(bot()).orElseThrow(Refused::missingAccess);
    }

    Member member(Guild guild, Snowflake id) {
        User user = user(id);
        return guild.member(user).orElseThrow(() -> Refused.unknown(10007, "Member"));
    }

    User user(Snowflake id) {
        return world.findUser(id).orElseThrow(() -> Refused.unknown(10013, "User"));
    }

    Role role(Guild guild, Snowflake id) {
        Role role = guild.roles().get(id);
        if (role == null) {
            throw Refused.unknown(10011, "Role");
        }
        return role;
    }

    /** The bot's highest role must be above the role. */
    void above(Guild guild, Role role) {
        Member self = self(guild);
        if (!guild.owner().equals(self.user()) && !guild.highest(self).above(role)) {
            throw Refused.missingPermissions();
        }
    }

    /** The bot's highest role must be above the member's. */
    void above(Guild guild, Member target) {
        if (!Permissions.above(guild, self(guild), target)) {
            throw Refused.missingPermissions();
        }
    }
}
