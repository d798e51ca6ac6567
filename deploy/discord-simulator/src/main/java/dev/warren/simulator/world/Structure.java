package dev.warren.simulator.world;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happens to guilds, channels and roles, and what the gateway tells of it. Checks nothing. */
public final class Structure {
    private static final List<String> CHANNEL_FIELDS =
            List.of("name", "topic", "nsfw", "rate_limit_per_user", "parent_id", "position", "bitrate", "user_limit");
    private static final List<String> THREAD_FIELDS =
            List.of("archived", "locked", "auto_archive_duration", "invitable");
    private static final int DAY_MINUTES = 1440;
    private final World world;

    public Structure(World world) {
        this.world = world;
    }

    /** Makes a channel from the fields of Discord's request. */
    public Channel createChannel(Guild guild, ChannelType type, JsonObject fields) {
        JsonObject attributes = ChannelAttributes.of(
                type, fields.getString("name"), guild.channels().size());
        apply(attributes, fields, CHANNEL_FIELDS);
        Channel channel = world.add(guild, type, attributes, Optional.empty());
        overwrite(channel, fields.getJsonArray("permission_overwrites"));
        world.dispatch(Event.inGuild("CHANNEL_CREATE", Intent.GUILDS, guild, channel.json()));
        return channel;
    }

    public Channel createThread(Channel parent, ChannelType type, User owner, String name, Optional<Message> starter) {
        Guild guild = parent.guild().orElseThrow();
        var metadata = new JsonObject()
                .put("archived", false)
                .put("archive_timestamp", Times.format(world.now()))
                .put("auto_archive_duration", DAY_MINUTES)
                .put("locked", false)
                .put("create_timestamp", Times.format(world.now()));
        var attributes = new JsonObject()
                .put("name", name)
                .put("parent_id", parent.id().toString())
                .put("owner_id", owner.id().toString())
                .put("rate_limit_per_user", 0)
                .put("thread_metadata", metadata);
        Channel thread = world.add(guild, type, attributes, Optional.of(parent));
        thread.threadMembers().add(owner.id());
        world.dispatch(Event.inGuild(
                "THREAD_CREATE", Intent.GUILDS, guild, thread.json().put("newly_created", true)));
        starter.ifPresent(
                message -> message.body().put("thread", thread.json()).put("flags", message.flags() | 1 << 5));
        return thread;
    }

    public void joinThread(Channel thread, User user, boolean joined) {
        boolean changed = joined
                ? thread.threadMembers().add(user.id())
                : thread.threadMembers().remove(user.id());
        Guild guild = thread.guild().orElseThrow();
        if (changed) {
            var member = new JsonObject()
                    .put("id", thread.id().toString())
                    .put("user_id", user.id().toString())
                    .put("join_timestamp", Times.format(world.now()))
                    .put("flags", 0);
            var data = new JsonObject()
                    .put("id", thread.id().toString())
                    .put("guild_id", guild.id().toString())
                    .put("member_count", thread.threadMembers().size())
                    .put("added_members", joined ? new JsonArray().add(member) : new JsonArray())
                    .put(
                            "removed_member_ids",
                            joined
                                    ? new JsonArray()
                                    : new JsonArray().add(user.id().toString()));
            world.dispatch(Event.inGuild("THREAD_MEMBERS_UPDATE", Intent.GUILDS, guild, data));
        }
    }

    public void updateChannel(Channel channel, JsonObject fields) {
        apply(channel.attributes(), fields, CHANNEL_FIELDS);
        if (channel.type().thread()) {
            JsonObject metadata = channel.attributes().getJsonObject("thread_metadata");
            apply(metadata, fields, THREAD_FIELDS);
            if (fields.containsKey("archived")) {
                metadata.put("archive_timestamp", Times.format(world.now()));
            }
        }
        if (fields.containsKey("permission_overwrites")) {
            channel.overwrites().clear();
            overwrite(channel, fields.getJsonArray("permission_overwrites"));
        }
        channel.guild().ifPresent(Guild::reindex);
        tellUpdated(channel);
    }

    public void setOverwrite(Channel channel, Overwrite overwrite) {
        channel.overwrites().put(overwrite.id(), overwrite);
        tellUpdated(channel);
    }

    public void removeOverwrite(Channel channel, Snowflake id) {
        if (channel.overwrites().remove(id) != null) {
            tellUpdated(channel);
        }
    }

    private void tellUpdated(Channel channel) {
        channel.guild()
                .ifPresent(guild -> world.dispatch(Event.inGuild(
                        channel.type().thread() ? "THREAD_UPDATE" : "CHANNEL_UPDATE",
                        Intent.GUILDS,
                        guild,
                        channel.json())));
    }

    public void deleteChannel(Channel channel) {
        world.forget(channel);
        channel.guild().ifPresent(guild -> {
            JsonObject data = channel.type().thread()
                    ? new JsonObject()
                            .put("id", channel.id().toString())
                            .put("guild_id", guild.id().toString())
                            .put(
                                    "parent_id",
                                    channel.parentId().map(Snowflake::toString).orElse(null))
                            .put("type", channel.type().number())
                    : channel.json();
            List<Channel> threads = guild.channels().values().stream()
                    .filter(each -> each.threadParent().filter(channel::equals).isPresent())
                    .toList();
            threads.forEach(this::deleteChannel);
            world.dispatch(Event.inGuild(
                    channel.type().thread() ? "THREAD_DELETE" : "CHANNEL_DELETE", Intent.GUILDS, guild, data));
        });
    }

    /** Makes a role; a new one stands at position 1 unless the fields say otherwise. */
    public Role createRole(Guild guild, String name, JsonObject fields) {
        world.roleSlot(guild);
        var plain =
                new Role(world.nextId(), name, 0, false, 1, guild.everyone().permissions(), false, Optional.empty());
        Role role = changed(plain, fields);
        guild.roles().put(role.id(), role);
        tellRole("GUILD_ROLE_CREATE", guild, role);
        return role;
    }

    public Role updateRole(Guild guild, Role role, JsonObject fields) {
        Role updated = changed(role, fields);
        guild.roles().put(role.id(), updated);
        tellRole("GUILD_ROLE_UPDATE", guild, updated);
        return updated;
    }

    private static Role changed(Role role, JsonObject fields) {
        Integer color = Optional.ofNullable(fields.getJsonObject("colors"))
                .map(colors -> colors.getInteger("primary_color"))
                .orElse(fields.getInteger("color"));
        return new Role(
                role.id(),
                Optional.ofNullable(fields.getString("name")).orElse(role.name()),
                Optional.ofNullable(color).orElse(role.color()),
                Optional.ofNullable(fields.getBoolean("hoist")).orElse(role.hoist()),
                Optional.ofNullable(fields.getInteger("position")).orElse(role.position()),
                bits(fields.getValue("permissions")).orElse(role.permissions()),
                Optional.ofNullable(fields.getBoolean("mentionable")).orElse(role.mentionable()),
                role.bot());
    }

    /** Reads a permission set, which Discord writes as a string and clients sometimes as a number. */
    public static Optional<Long> bits(@Nullable Object value) {
        return switch (value) {
            case Number number -> Optional.of(number.longValue());
            case String text -> Snowflake.parse(text).map(Snowflake::value);
            case null, default -> Optional.empty();
        };
    }

    public void deleteRole(Guild guild, Role role, Memberships memberships) {
        guild.roles().remove(role.id());
        var data = new JsonObject()
                .put("guild_id", guild.id().toString())
                .put("role_id", role.id().toString());
        world.dispatch(Event.inGuild("GUILD_ROLE_DELETE", Intent.GUILDS, guild, data));
        List.copyOf(guild.members().values()).stream()
                .filter(member -> member.roles().contains(role.id()))
                .forEach(member -> memberships.update(guild, member.withoutRole(role.id())));
    }

    private void tellRole(String type, Guild guild, Role role) {
        var data = new JsonObject().put("guild_id", guild.id().toString()).put("role", role.json());
        world.dispatch(Event.inGuild(type, Intent.GUILDS, guild, data));
    }

    public void updateGuild(Guild guild, JsonObject fields) {
        fields.forEach(entry -> guild.attributes().put(entry.getKey(), entry.getValue()));
        world.dispatch(Event.inGuild("GUILD_UPDATE", Intent.GUILDS, guild, guild.json()));
    }

    /** The bot leaves or is thrown out, or the guild is dissolved: for the bot the same. */
    public void removeGuild(Guild guild) {
        world.forget(guild);
        var data = new JsonObject().put("id", guild.id().toString());
        world.dispatch(Event.inGuild("GUILD_DELETE", Intent.GUILDS, guild, data));
    }

    private static void apply(JsonObject target, JsonObject fields, List<String> names) {
        for (String name : names) {
            if (fields.containsKey(name)) {
                target.put(name, fields.getValue(name));
            }
        }
    }

    private static void overwrite(Channel channel, @Nullable JsonArray list) {
        if (list == null) {
            return;
        }
        for (Object each : list) {
            if (each instanceof JsonObject json) {
                Snowflake.parse(String.valueOf(json.getValue("id")))
                        .ifPresent(id -> channel.overwrites()
                                .put(
                                        id,
                                        new Overwrite(
                                                id,
                                                json.getInteger("type", 0) == 1,
                                                bits(json.getValue("allow")).orElse(0L),
                                                bits(json.getValue("deny")).orElse(0L))));
            }
        }
    }
}
