package dev.warren.simulator.rest;

import dev.warren.simulator.world.Channel;
import dev.warren.simulator.world.Guild;
import dev.warren.simulator.world.Member;
import dev.warren.simulator.world.Memberships;
import dev.warren.simulator.world.Permission;
import dev.warren.simulator.world.Permissions;
import dev.warren.simulator.world.Role;
import dev.warren.simulator.world.Snowflake;
import dev.warren.simulator.world.User;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Members: read, searched, changed, given roles, timed out, kicked, banned. Hierarchy holds as at Discord. */
final class MemberRoutes {
    private static final String MEMBERS = "/guilds/{guild_id}/members";
    private static final String MEMBER = MEMBERS + "/{user_id}";
    private static final String ROLE = MEMBER + "/roles/{role_id}";
    private static final String BANS = "/guilds/{guild_id}/bans";
    private static final Duration LONGEST_TIMEOUT = Duration.ofDays(28);
    private static final int MAX_NICK = 32;
    private final Access access;
    private final Memberships memberships;

    MemberRoutes(Access access, Memberships memberships) {
        this.access = access;
        this.memberships = memberships;
    }

    void addTo(Routes routes) {
        routes.get(MEMBERS, Bucket.MEMBER, this::list);
        routes.get(MEMBERS + "/search", Bucket.MEMBER, this::search);
        routes.patch(MEMBERS + "/@me", Bucket.MEMBER, this::changeSelf);
        routes.get(MEMBER, Bucket.OTHER, call -> Answer.ok(member(call).json()));
        routes.patch(MEMBER, Bucket.MEMBER, this::change);
        routes.delete(MEMBER, Bucket.MEMBER, this::kick);
        routes.put(ROLE, Bucket.MEMBER_ROLE, call -> role(call, true));
        routes.delete(ROLE, Bucket.MEMBER_ROLE, call -> role(call, false));
        routes.get(BANS, Bucket.OTHER, this::bans);
        routes.get(BANS + "/{user_id}", Bucket.OTHER, this::getBan);
        routes.put(BANS + "/{user_id}", Bucket.OTHER, this::ban);
        routes.delete(BANS + "/{user_id}", Bucket.OTHER, this::unban);
    }

    private Guild guild(Call call) {
        return access.guild(call.id("guild_id"));
    }

    private Member member(Call call) {
        return access.member(guild(call), call.id("user_id"));
    }

    private Answer list(Call call) {
        int limit = call.queryInt("limit", 1, 1, 1000);
        Snowflake after = call.queryId("after").orElse(new Snowflake(0));
        var list = new JsonArray();
        guild(call).members().values().stream()
                .filter(member -> member.user().id().compareTo(after) > 0)
                .sorted((a, b) -> a.user().id().compareTo(b.user().id()))
                .limit(limit)
                .forEach(member -> list.add(member.json()));
        return Answer.ok(list);
    }

    private Answer search(Call call) {
        String query = call.query("query").orElse("").toLowerCase(Locale.ROOT);
        int limit = call.queryInt("limit", 1, 1, 1000);
        var list = new JsonArray();
        guild(call).members().values().stream()
                .filter(member -> member.user().username().startsWith(query)
                        || member.displayName().toLowerCase(Locale.ROOT).startsWith(query))
                .limit(limit)
                .forEach(member -> list.add(member.json()));
        return Answer.ok(list);
    }

    private Answer changeSelf(Call call) {
        Guild guild = guild(call);
        access.need(guild, Permission.CHANGE_NICKNAME);
        Member changed = access.self(guild).withNick(nick(call.json()));
        memberships.update(guild, changed);
        return Answer.ok(changed.json());
    }

    private static Optional<String> nick(JsonObject fields) {
        String nick = Optional.ofNullable(fields.getString("nick")).orElse("").strip();
        if (nick.length() > MAX_NICK) {
            throw Refused.form("nick", "BASE_TYPE_MAX_LENGTH", "Must be 32 or fewer in length.");
        }
        return nick.isEmpty() ? Optional.empty() : Optional.of(nick);
    }

    private Answer change(Call call) {
        Guild guild = guild(call);
        Member member = member(call);
        JsonObject fields = call.json();
        Member changed = member;
        if (fields.containsKey("nick")) {
            access.need(guild, Permission.MANAGE_NICKNAMES);
            access.above(guild, member);
            changed = changed.withNick(nick(fields));
        }
        if (fields.containsKey("roles")) {
            changed = changed.withRoles(roles(guild, member, fields.getJsonArray("roles", new JsonArray())));
        }
        if (fields.containsKey("communication_disabled_until")) {
            access.need(guild, Permission.MODERATE_MEMBERS);
            access.above(guild, member);
            changed = changed.withTimeout(timeout(guild, member, fields));
        }
        boolean voice = fields.containsKey("channel_id") || fields.containsKey("mute") || fields.containsKey("deaf");
        if (voice) {
            voice(guild, member, fields);
        }
        if (!changed.equals(member)) {
            memberships.update(guild, changed);
        }
        return Answer.ok(changed.json());
    }

    private Set<Snowflake> roles(Guild guild, Member member, JsonArray wanted) {
        access.need(guild, Permission.MANAGE_ROLES);
        Set<Snowflake> roles = new HashSet<>();
        for (Object id : wanted) {
            roles.add(Snowflake.parse(String.valueOf(id)).orElse(new Snowflake(0)));
        }
        Set<Snowflake> touched = new HashSet<>(roles);
        touched.addAll(member.roles());
        touched.removeIf(id -> roles.contains(id) == member.roles().contains(id));
        touched.forEach(id -> givable(guild, access.role(guild, id)));
        return roles;
    }

    private Optional<Instant> timeout(Guild guild, Member member, JsonObject fields) {
        String text = fields.getString("communication_disabled_until");
        if (text == null) {
            return Optional.empty();
        }
        if (Permission.ADMINISTRATOR.in(Permissions.inGuild(
                guild, member.withTimeout(Optional.empty()), access.world().now()))) {
            throw Refused.missingPermissions();
        }
        try {
            Instant until = OffsetDateTime.parse(text).toInstant();
            if (until.isAfter(access.world().now().plus(LONGEST_TIMEOUT))) {
                throw Refused.form(
                        "communication_disabled_until",
                        "INVALID_COMMUNICATION_DISABLED_TIMESTAMP",
                        "Can't timeout a member for more than 28 days");
            }
            return Optional.of(until);
        } catch (DateTimeParseException malformed) {
            throw Refused.form("communication_disabled_until", "DATE_TIME_TYPE_PARSE", "Could not parse " + text + ".");
        }
    }

    private void voice(Guild guild, Member member, JsonObject fields) {
        JsonObject state = guild.voiceStates().get(member.user().id());
        if (state == null) {
            throw Refused.of(400, 40032, "Target user is not connected to voice.");
        }
        access.need(guild, fields.containsKey("channel_id") ? Permission.MOVE_MEMBERS : Permission.MUTE_MEMBERS);
        Optional<Channel> channel = Optional.ofNullable(
                        fields.containsKey("channel_id")
                                ? fields.getString("channel_id")
                                : state.getString("channel_id"))
                .flatMap(Snowflake::parse)
                .map(access::channel);
        memberships.voice(
                guild, member, channel, state.getBoolean("self_mute", false), state.getBoolean("self_deaf", false));
    }

    private void givable(Guild guild, Role role) {
        access.above(guild, role);
        if (role.bot().isPresent() || role.equals(guild.everyone())) {
            throw Refused.of(400, 50028, "Invalid role");
        }
    }

    private Answer role(Call call, boolean give) {
        Guild guild = guild(call);
        access.need(guild, Permission.MANAGE_ROLES);
        Member member = member(call);
        Role role = access.role(guild, call.id("role_id"));
        givable(guild, role);
        if (member.roles().contains(role.id()) != give) {
            memberships.update(guild, give ? member.withRole(role.id()) : member.withoutRole(role.id()));
        }
        return Answer.NOTHING;
    }

    private Answer kick(Call call) {
        Guild guild = guild(call);
        access.need(guild, Permission.KICK_MEMBERS);
        Member member = member(call);
        access.above(guild, member);
        memberships.leave(guild, member);
        return Answer.NOTHING;
    }

    private Answer bans(Call call) {
        Guild guild = guild(call);
        access.need(guild, Permission.BAN_MEMBERS);
        var list = new JsonArray();
        guild.bans().values().stream()
                .limit(call.queryInt("limit", 1000, 1, 1000))
                .forEach(ban -> list.add(ban.json()));
        return Answer.ok(list);
    }

    private Guild.Ban find(Guild guild, Call call) {
        return Optional.ofNullable(guild.bans().get(call.id("user_id")))
                .orElseThrow(() -> Refused.unknown(10026, "Ban"));
    }

    private Answer getBan(Call call) {
        Guild guild = guild(call);
        access.need(guild, Permission.BAN_MEMBERS);
        return Answer.ok(find(guild, call).json());
    }

    private Answer ban(Call call) {
        Guild guild = guild(call);
        access.need(guild, Permission.BAN_MEMBERS);
        User user = access.user(call.id("user_id"));
        guild.member(user).ifPresent(member -> access.above(guild, member));
        memberships.ban(guild, user, call.header("x-audit-log-reason"));
        return Answer.NOTHING;
    }

    private Answer unban(Call call) {
        Guild guild = guild(call);
        access.need(guild, Permission.BAN_MEMBERS);
        memberships.unban(guild, find(guild, call).user());
        return Answer.NOTHING;
    }
}
