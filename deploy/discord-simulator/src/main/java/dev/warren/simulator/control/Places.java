package dev.warren.simulator.control;

import dev.warren.simulator.world.Channel;
import dev.warren.simulator.world.ChannelType;
import dev.warren.simulator.world.Guild;
import dev.warren.simulator.world.Memberships;
import dev.warren.simulator.world.Message;
import dev.warren.simulator.world.Role;
import dev.warren.simulator.world.Snowflake;
import dev.warren.simulator.world.Structure;
import dev.warren.simulator.world.User;
import dev.warren.simulator.world.World;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** Finds by name what control requests speak of, and makes what is missing. */
final class Places {
    private static final int MAX_NAME = 100;
    private static final int MAX_USER = 80;
    private final World world;
    private final Structure structure;
    private final Memberships memberships;

    Places(World world, Structure structure, Memberships memberships) {
        this.world = world;
        this.structure = structure;
        this.memberships = memberships;
    }

    World world() {
        return world;
    }

    Guild guild(Input input) {
        return world.guild(input.text("guild", MAX_NAME));
    }

    Guild existing(Input input) {
        String name = input.text("guild", MAX_NAME);
        return world.findGuild(name).orElseThrow(() -> BadInput.notFound("there is no guild " + name));
    }

    User user(Input input, String field) {
        return world.user(input.text(field, MAX_USER));
    }

    /** The channel that the fields name: guild and channel, or the direct messages with the user when no guild is named. */
    Channel channel(Input input, User user) {
        return input.has("guild") ? channel(guild(input), input) : world.directMessages(user);
    }

    Channel channel(Guild guild, Input input) {
        String name = input.text("channel", MAX_NAME);
        String plain = name.startsWith("#") ? name.substring(1) : name;
        return find(guild, plain)
                .orElseGet(() -> structure.createChannel(guild, ChannelType.TEXT, new JsonObject().put("name", plain)));
    }

    Optional<Channel> find(Guild guild, String name) {
        return guild.channelNamed(name).or(() -> Snowflake.parse(name).map(guild.channels()::get));
    }

    /** Makes the user a member of the channel's guild, unless banned. */
    void join(User user, Channel channel) {
        channel.guild().ifPresent(guild -> {
            refuseBanned(user, guild);
            memberships.member(guild, user);
        });
    }

    void refuseBanned(User user, Guild guild) {
        if (guild.bans().containsKey(user.id())) {
            throw BadInput.with(
                    403,
                    new JsonObject()
                            .put("message", "the user is banned from the guild")
                            .put("user", user.name()));
        }
    }

    Role role(Guild guild, String name) {
        return guild.roleNamed(name)
                .or(() -> Snowflake.parse(name).map(guild.roles()::get))
                .orElseGet(() -> structure.createRole(guild, name, new JsonObject()));
    }

    Message message(Snowflake id) {
        return world.findMessage(id).orElseThrow(() -> BadInput.notFound("there is no message " + id));
    }
}
