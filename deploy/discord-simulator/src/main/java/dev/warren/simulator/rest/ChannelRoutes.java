package dev.warren.simulator.rest;

import dev.warren.simulator.world.Channel;
import dev.warren.simulator.world.ChannelType;
import dev.warren.simulator.world.Guild;
import dev.warren.simulator.world.Overwrite;
import dev.warren.simulator.world.Permission;
import dev.warren.simulator.world.Snowflake;
import dev.warren.simulator.world.Structure;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Optional;

/** Channels and their overwrites: read, made, changed, deleted. Threads are in {@link ThreadRoutes}. */
final class ChannelRoutes {
    private static final String ONE = "/channels/{channel_id}";
    private static final String OVERWRITE = ONE + "/permissions/{overwrite_id}";
    private static final int MAX_SLOWMODE = 21_600;
    private final Access access;
    private final Structure structure;

    ChannelRoutes(Access access, Structure structure) {
        this.access = access;
        this.structure = structure;
    }

    void addTo(Routes routes) {
        routes.get(
                ONE,
                Bucket.OTHER,
                call -> Answer.ok(access.channel(call.id("channel_id")).json()));
        routes.patch(ONE, Bucket.CHANNEL, this::change);
        routes.delete(ONE, Bucket.CHANNEL, this::delete);
        routes.put(OVERWRITE, Bucket.CHANNEL, this::putOverwrite);
        routes.delete(OVERWRITE, Bucket.CHANNEL, this::deleteOverwrite);
        routes.get("/guilds/{guild_id}/channels", Bucket.OTHER, this::list);
        routes.post("/guilds/{guild_id}/channels", Bucket.CHANNEL, this::create);
        routes.patch("/guilds/{guild_id}/channels", Bucket.CHANNEL, this::reorder);
    }

    private Answer list(Call call) {
        var list = new JsonArray();
        access.guild(call.id("guild_id")).channels().values().stream()
                .filter(channel -> !channel.type().thread())
                .forEach(channel -> list.add(channel.json()));
        return Answer.ok(list);
    }

    private Answer create(Call call) {
        Guild guild = access.guild(call.id("guild_id"));
        access.need(guild, Permission.MANAGE_CHANNELS);
        JsonObject fields = call.json();
        ChannelType type = ChannelType.of(
                        Optional.ofNullable(fields.getInteger("type")).orElse(0))
                .filter(it -> !it.thread() && it != ChannelType.DM)
                .orElseThrow(() -> Refused.form("type", "BASE_TYPE_CHOICES", "Value is not a guild channel type."));
        check(fields, true);
        if (type == ChannelType.TEXT || type == ChannelType.ANNOUNCEMENT) {
            fields.put(
                    "name", fields.getString("name").strip().replace(' ', '-').toLowerCase(Locale.ROOT));
        }
        return Answer.created(structure.createChannel(guild, type, fields).json());
    }

    private static void check(JsonObject fields, boolean isNew) {
        String name = fields.getString("name");
        if (isNew && name == null) {
            throw Refused.form("name", "BASE_TYPE_REQUIRED", "This field is required");
        }
        if (name != null && (name.isBlank() || name.length() > 100)) {
            throw Refused.form("name", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.");
        }
        int slowmode =
                Optional.ofNullable(fields.getInteger("rate_limit_per_user")).orElse(0);
        if (slowmode < 0 || slowmode > MAX_SLOWMODE) {
            throw Refused.form("rate_limit_per_user", "NUMBER_TYPE_RANGE", "int value should be between 0 and 21600.");
        }
    }

    private Answer change(Call call) {
        Channel channel = access.channel(call.id("channel_id"));
        JsonObject fields = call.json();
        if (channel.guild().isEmpty()) {
            throw Refused.of(403, 50003, "Cannot execute action on this channel type");
        }
        boolean ownThread = channel.type().thread()
                && access.bot().id().toString().equals(channel.json().getString("owner_id"));
        if (!ownThread) {
            access.need(channel, channel.type().thread() ? Permission.MANAGE_THREADS : Permission.MANAGE_CHANNELS);
        }
        if (fields.containsKey("permission_overwrites")) {
            access.need(channel, Permission.MANAGE_ROLES);
        }
        check(fields, false);
        structure.updateChannel(channel, fields);
        return Answer.ok(channel.json());
    }

    private Answer reorder(Call call) {
        Guild guild = access.guild(call.id("guild_id"));
        access.need(guild, Permission.MANAGE_CHANNELS);
        for (Object each : call.array()) {
            JsonObject wanted = (JsonObject) each;
            Channel channel = access.channel(
                    Snowflake.parse(String.valueOf(wanted.getValue("id"))).orElse(new Snowflake(0)));
            if (wanted.getInteger("position") != null) {
                structure.updateChannel(channel, new JsonObject().put("position", wanted.getInteger("position")));
            }
        }
        return Answer.NOTHING;
    }

    private Answer delete(Call call) {
        Channel channel = access.channel(call.id("channel_id"));
        if (channel.guild().isPresent()) {
            access.need(channel, channel.type().thread() ? Permission.MANAGE_THREADS : Permission.MANAGE_CHANNELS);
            structure.deleteChannel(channel);
        }
        return Answer.ok(channel.json());
    }

    private Answer putOverwrite(Call call) {
        Channel channel = access.channel(call.id("channel_id"));
        access.need(channel, Permission.MANAGE_ROLES);
        JsonObject fields = call.json();
        Snowflake id = call.id("overwrite_id");
        long allow = Structure.bits(fields.getValue("allow")).orElse(0L);
        long deny = Structure.bits(fields.getValue("deny")).orElse(0L);
        if (((allow | deny) & ~access.permissions(channel)) != 0) {
            throw Refused.missingPermissions();
        }
        boolean member = Optional.ofNullable(fields.getInteger("type")).orElse(0) == 1;
        Guild guild = channel.guild().orElseThrow(Refused::missingAccess);
        if (member) {
            access.member(guild, id);
        } else {
            access.role(guild, id);
        }
        structure.setOverwrite(channel, new Overwrite(id, member, allow, deny));
        return Answer.NOTHING;
    }

    private Answer deleteOverwrite(Call call) {
        Channel channel = access.channel(call.id("channel_id"));
        access.need(channel, Permission.MANAGE_ROLES);
        structure.removeOverwrite(channel, call.id("overwrite_id"));
        return Answer.NOTHING;
    }
}
