package dev.warren.simulator.live;

import dev.warren.simulator.world.Channel;
import dev.warren.simulator.world.ChannelType;
import dev.warren.simulator.world.Message;
import dev.warren.simulator.world.Permission;
import dev.warren.simulator.world.Permissions;
import dev.warren.simulator.world.User;
import dev.warren.simulator.world.World;

/** Which channels and messages a user sees, and where they may write. */
final class Sight {
    private final World world;

    Sight(World world) {
        this.world = world;
    }

    boolean sees(User user, Channel channel) {
        long set = permissions(user, channel);
        return Permission.VIEW_CHANNEL.in(set)
                && (channel.type() != ChannelType.PRIVATE_THREAD
                        || channel.threadMembers().contains(user.id())
                        || Permission.MANAGE_THREADS.in(set));
    }

    /** An ephemeral message is seen by one user alone. */
    boolean sees(User user, Message message) {
        return sees(user, message.channel())
                && message.origin()
                        .ephemeralFor()
                        .filter(one -> !one.equals(user))
                        .isEmpty();
    }

    boolean writes(User user, Channel channel) {
        Permission needed = channel.type().thread() ? Permission.SEND_MESSAGES_IN_THREADS : Permission.SEND_MESSAGES;
        return channel.type().text() && needed.in(permissions(user, channel));
    }

    boolean mayManageMessages(User user, Channel channel) {
        return Permission.MANAGE_MESSAGES.in(permissions(user, channel));
    }

    private long permissions(User user, Channel channel) {
        return Permissions.inChannel(channel, user, world.now());
    }
}
