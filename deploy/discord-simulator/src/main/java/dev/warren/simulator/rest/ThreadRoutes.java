package dev.warren.simulator.rest;

import dev.warren.simulator.world.Channel;
import dev.warren.simulator.world.ChannelType;
import dev.warren.simulator.world.Guild;
import dev.warren.simulator.world.Message;
import dev.warren.simulator.world.Permission;
import dev.warren.simulator.world.Snowflake;
import dev.warren.simulator.world.Structure;
import dev.warren.simulator.world.Times;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.function.Predicate;

/** Threads: started, joined, left, listed. */
final class ThreadRoutes {
    private static final String MEMBERS = "/channels/{channel_id}/thread-members";
    private final Access access;
    private final Structure structure;

    ThreadRoutes(Access access, Structure structure) {
        this.access = access;
        this.structure = structure;
    }

    void addTo(Routes routes) {
        routes.post("/channels/{channel_id}/threads", Bucket.CHANNEL, this::start);
        routes.post("/channels/{channel_id}/messages/{message_id}/threads", Bucket.CHANNEL, this::startFromMessage);
        routes.get("/channels/{channel_id}/threads/archived/public", Bucket.OTHER, call -> archived(call, true));
        routes.get("/channels/{channel_id}/threads/archived/private", Bucket.OTHER, call -> archived(call, false));
        routes.get("/guilds/{guild_id}/threads/active", Bucket.OTHER, this::active);
        routes.get(MEMBERS, Bucket.OTHER, this::members);
        routes.put(
                MEMBERS + "/@me", Bucket.OTHER, call -> join(call, access.bot().id(), true));
        routes.delete(
                MEMBERS + "/@me", Bucket.OTHER, call -> join(call, access.bot().id(), false));
        routes.put(MEMBERS + "/{user_id}", Bucket.OTHER, call -> join(call, call.id("user_id"), true));
        routes.delete(MEMBERS + "/{user_id}", Bucket.OTHER, call -> join(call, call.id("user_id"), false));
    }

    private Answer start(Call call) {
        Channel parent = access.channel(call.id("channel_id"));
        boolean isPrivate = Optional.ofNullable(call.json().getInteger("type")).orElse(12) == 12;
        access.need(parent, isPrivate ? Permission.CREATE_PRIVATE_THREADS : Permission.CREATE_PUBLIC_THREADS);
        ChannelType type = isPrivate ? ChannelType.PRIVATE_THREAD : ChannelType.PUBLIC_THREAD;
        return Answer.created(structure
                .createThread(parent, type, access.bot(), name(call), Optional.empty())
                .json());
    }

    private Answer startFromMessage(Call call) {
        Channel parent = access.channel(call.id("channel_id"));
        access.need(parent, Permission.CREATE_PUBLIC_THREADS);
        Message starter = access.message(parent, call.id("message_id"));
        if (starter.json(access.bot()).containsKey("thread")) {
            throw Refused.of(400, 160004, "A thread has already been created for this message");
        }
        return Answer.created(structure
                .createThread(parent, ChannelType.PUBLIC_THREAD, access.bot(), name(call), Optional.of(starter))
                .json());
    }

    private static String name(Call call) {
        String name = Optional.ofNullable(call.json().getString("name")).orElse("");
        if (name.isBlank() || name.length() > 100) {
            throw Refused.form("name", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.");
        }
        return name;
    }

    private Answer archived(Call call, boolean isPublic) {
        Channel parent = access.channel(call.id("channel_id"));
        access.need(parent, Permission.READ_MESSAGE_HISTORY);
        Guild guild = parent.guild().orElseThrow(Refused::missingAccess);
        return list(
                guild,
                thread -> thread.archived()
                        && thread.permissionSource().equals(parent)
                        && (thread.type() == ChannelType.PRIVATE_THREAD) != isPublic);
    }

    private Answer active(Call call) {
        return list(access.guild(call.id("guild_id")), thread -> !thread.archived());
    }

    private Answer list(Guild guild, Predicate<Channel> wanted) {
        var threads = new JsonArray();
        guild.channels().values().stream()
                .filter(channel -> channel.type().thread())
                .filter(wanted)
                .forEach(thread -> threads.add(thread.json()));
        return Answer.ok(new JsonObject()
                .put("threads", threads)
                .put("members", new JsonArray())
                .put("has_more", false));
    }

    private Channel thread(Call call) {
        Channel thread = access.channel(call.id("channel_id"));
        if (!thread.type().thread()) {
            throw Refused.of(400, 50024, "Cannot execute action on this channel type");
        }
        return thread;
    }

    private Answer members(Call call) {
        Channel thread = thread(call);
        var list = new JsonArray();
        thread.threadMembers()
                .forEach(user -> list.add(new JsonObject()
                        .put("id", thread.id().toString())
                        .put("user_id", user.toString())
                        .put("join_timestamp", Times.format(thread.id().time()))
                        .put("flags", 0)));
        return Answer.ok(list);
    }

    private Answer join(Call call, Snowflake user, boolean joined) {
        Channel thread = thread(call);
        if (thread.archived()) {
            throw Refused.of(400, 50083, "Thread is archived");
        }
        structure.joinThread(thread, access.user(user), joined);
        return Answer.NOTHING;
    }
}
