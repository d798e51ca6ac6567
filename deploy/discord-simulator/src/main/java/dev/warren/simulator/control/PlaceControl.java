package dev.warren.simulator.control;

import dev.warren.simulator.world.Channel;
import dev.warren.simulator.world.ChannelType;
import dev.warren.simulator.world.Guild;
import dev.warren.simulator.world.Member;
import dev.warren.simulator.world.Memberships;
import dev.warren.simulator.world.Overwrite;
import dev.warren.simulator.world.Permission;
import dev.warren.simulator.world.Role;
import dev.warren.simulator.world.Snowflake;
import dev.warren.simulator.world.Structure;
import dev.warren.simulator.world.Times;
import dev.warren.simulator.world.User;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Guilds, channels, roles, members and voice as somebody with all rights sets them. */
final class PlaceControl {
    private static final int MAX_NAME = 100;
    private static final long MAX_TIMEOUT_SECONDS = Duration.ofDays(28).toSeconds();
    private static final int MAX_COLOR = 0xFFFFFF;
    private static final int MAX_POSITION = 1_000;
    private static final int MAX_SLOWMODE = 21_600;
    private final Places places;
    private final Structure structure;
    private final Memberships memberships;

    PlaceControl(Places places, Structure structure, Memberships memberships) {
        this.places = places;
        this.structure = structure;
        this.memberships = memberships;
    }

    void addTo(ControlApi api) {
        api.get("/guilds", input -> guilds());
        api.put("/guilds", input -> Reply.ok(places.guild(input).json()));
        api.delete("/guilds", input -> {
            structure.removeGuild(places.existing(input));
            return Reply.NOTHING;
        });
        api.get("/channels", this::channels);
        api.put("/channels", this::putChannel);
        api.delete("/channels", this::deleteChannel);
        api.get("/roles", this::roles);
        api.put("/roles", this::putRole);
        api.delete("/roles", this::deleteRole);
        api.get("/members", this::members);
        api.put("/members", this::putMember);
        api.delete("/members", this::deleteMember);
        api.post("/joins", this::join);
        api.post("/voice", this::voice);
    }

    private Reply guilds() {
        var list = new JsonArray();
        places.world().guilds().forEach(guild -> list.add(guild.json()));
        return Reply.ok(list);
    }

    private Reply channels(Input input) {
        var list = new JsonArray();
        places.existing(input).channels().values().forEach(channel -> list.add(channel.json()));
        return Reply.ok(list);
    }

    private Reply roles(Input input) {
        var list = new JsonArray();
        places.existing(input).rolesInOrder().forEach(role -> list.add(role.json()));
        return Reply.ok(list);
    }

    private Reply members(Input input) {
        var list = new JsonArray();
        places.existing(input).members().values().forEach(member -> list.add(member.json()));
        return Reply.ok(list);
    }

    private Reply putChannel(Input input) {
        if (!input.has("guild")) {
            return Reply.ok(
                    places.world().directMessages(places.user(input, "user")).json());
        }
        Guild guild = places.guild(input);
        String name = input.text("channel", MAX_NAME);
        String wanted = input.optionalText("type", 30).orElse("text");
        ChannelType type = ChannelType.named(wanted)
                .filter(it -> it != ChannelType.DM)
                .orElseThrow(
                        () -> BadInput.field("type", "a kind of channel, as text, voice or public-thread", wanted));
        var fields = new JsonObject();
        input.optionalText("topic", 1024).ifPresent(topic -> fields.put("topic", topic));
        input.optionalNumber("slowmodeSeconds", 0, MAX_SLOWMODE)
                .ifPresent(seconds -> fields.put("rate_limit_per_user", seconds.intValue()));
        input.optionalFlag("nsfw").ifPresent(nsfw -> fields.put("nsfw", nsfw));
        input.optionalFlag("archived").ifPresent(archived -> fields.put("archived", archived));
        input.optionalFlag("locked").ifPresent(locked -> fields.put("locked", locked));
        Channel channel = places.find(guild, name).orElseGet(() -> make(guild, type, name, input));
        if (!type.thread() && input.has("parent")) {
            Channel parent = places.find(guild, input.text("parent", MAX_NAME))
                    .orElseGet(() -> structure.createChannel(
                            guild, ChannelType.CATEGORY, new JsonObject().put("name", input.text("parent", MAX_NAME))));
            fields.put("parent_id", parent.id().toString());
        }
        if (input.has("overwrites")) {
            fields.put("permission_overwrites", overwrites(guild, input));
        }
        structure.updateChannel(channel, fields);
        return Reply.ok(channel.json());
    }

    private Channel make(Guild guild, ChannelType type, String name, Input input) {
        if (!type.thread()) {
            return structure.createChannel(guild, type, new JsonObject().put("name", name));
        }
        String parentName = input.text("parent", MAX_NAME);
        Channel parent = places.find(guild, parentName)
                .orElseGet(() ->
                        structure.createChannel(guild, ChannelType.TEXT, new JsonObject().put("name", parentName)));
        User owner = input.has("user") ? places.user(input, "user") : guild.owner();
        memberships.member(guild, owner);
        return structure.createThread(parent, type, owner, name, Optional.empty());
    }

    private JsonArray overwrites(Guild guild, Input input) {
        var list = new JsonArray();
        for (Input each : input.objects("overwrites")) {
            boolean member = each.has("user");
            Snowflake id = member
                    ? memberships
                            .member(guild, places.user(each, "user"))
                            .user()
                            .id()
                    : places.role(guild, each.text("role", MAX_NAME)).id();
            list.add(new Overwrite(id, member, permissions(each, "allow"), permissions(each, "deny")).json());
        }
        return list;
    }

    private static long permissions(Input input, String field) {
        long set = 0;
        for (String name : input.texts(field, 60)) {
            try {
                set |= Permission.valueOf(name.toUpperCase(Locale.ROOT)).bit();
            } catch (IllegalArgumentException unknown) {
                throw BadInput.field(field, "Discord's names of permissions, as SEND_MESSAGES", name);
            }
        }
        return set;
    }

    private Reply deleteChannel(Input input) {
        Guild guild = places.existing(input);
        String name = input.text("channel", MAX_NAME);
        structure.deleteChannel(
                places.find(guild, name).orElseThrow(() -> BadInput.notFound("there is no channel " + name)));
        return Reply.NOTHING;
    }

    private Reply putRole(Input input) {
        Guild guild = places.guild(input);
        Role role = places.role(guild, input.text("role", MAX_NAME));
        var fields = new JsonObject();
        if (input.names("permissions")) {
            fields.put("permissions", Long.toString(permissions(input, "permissions")));
        }
        input.optionalNumber("color", 0, MAX_COLOR).ifPresent(color -> fields.put("color", color.intValue()));
        input.optionalNumber("position", 0, MAX_POSITION)
                .ifPresent(position -> fields.put("position", position.intValue()));
        input.optionalFlag("hoist").ifPresent(hoist -> fields.put("hoist", hoist));
        input.optionalFlag("mentionable").ifPresent(mentionable -> fields.put("mentionable", mentionable));
        return Reply.ok((fields.isEmpty() ? role : structure.updateRole(guild, role, fields)).json());
    }

    private Reply deleteRole(Input input) {
        Guild guild = places.existing(input);
        String name = input.text("role", MAX_NAME);
        Role role = guild.roleNamed(name).orElseThrow(() -> BadInput.notFound("there is no role " + name));
        if (role.equals(guild.everyone())) {
            throw BadInput.field("role", "another role than @everyone", name);
        }
        structure.deleteRole(guild, role, memberships);
        return Reply.NOTHING;
    }

    /** As by an invitation, which the banned cannot use. */
    private Reply join(Input input) {
        Guild guild = places.existing(input);
        User user = places.user(input, "user");
        places.refuseBanned(user, guild);
        return Reply.ok(memberships.member(guild, user).json());
    }

    private Reply putMember(Input input) {
        Guild guild = places.guild(input);
        User user = places.user(input, "user");
        memberships.unban(guild, user);
        Member member = memberships.member(guild, user);
        Member changed = member;
        if (input.names("roles")) {
            Set<Snowflake> roles = new HashSet<>();
            input.texts("roles", MAX_NAME)
                    .forEach(name -> roles.add(places.role(guild, name).id()));
            roles.remove(guild.id());
            changed = changed.withRoles(roles);
        }
        if (input.names("nick")) {
            changed = changed.withNick(input.optionalText("nick", 32));
        }
        if (input.names("timeoutSeconds")) {
            changed = changed.withTimeout(input.optionalNumber("timeoutSeconds", 0, MAX_TIMEOUT_SECONDS)
                    .filter(seconds -> seconds > 0)
                    .map(seconds -> places.world().now().plusSeconds(seconds)));
        }
        input.optionalFlag("directMessages").ifPresent(open -> places.world().directMessagesOpen(user, open));
        if (!changed.equals(member)) {
            memberships.update(guild, changed);
        }
        return Reply.ok(changed.json());
    }

    private Reply deleteMember(Input input) {
        Guild guild = places.existing(input);
        User user = places.user(input, "user");
        if (user.equals(guild.owner()) || user.equals(places.world().bot())) {
            throw BadInput.field("user", "another member than the owner and the bot", user.name());
        }
        if (input.flag("ban")) {
            memberships.ban(guild, user, input.optionalText("reason", 500));
        } else {
            guild.member(user).ifPresent(member -> memberships.leave(guild, member));
        }
        return Reply.NOTHING;
    }

    private Reply voice(Input input) {
        Guild guild = places.guild(input);
        User user = places.user(input, "user");
        Member member = memberships.member(guild, user);
        Optional<Channel> channel = input.optionalText("channel", MAX_NAME)
                .map(name -> places.find(guild, name)
                        .orElseGet(() ->
                                structure.createChannel(guild, ChannelType.VOICE, new JsonObject().put("name", name))));
        channel.filter(it -> !it.type().voice()).ifPresent(it -> {
            throw BadInput.field("channel", "a voice channel", it.name());
        });
        memberships.voice(guild, member, channel, input.flag("mute"), input.flag("deaf"));
        var reply = new JsonObject()
                .put("guildId", guild.id().toString())
                .put("userId", user.id().toString())
                .put("at", Times.format(places.world().now()));
        channel.ifPresent(it -> reply.put("channelId", it.id().toString()));
        return Reply.created(reply);
    }
}
