package dev.warren.simulator.rest;

import dev.warren.simulator.world.Guild;
import dev.warren.simulator.world.Memberships;
import dev.warren.simulator.world.Permission;
import dev.warren.simulator.world.Role;
import dev.warren.simulator.world.Snowflake;
import dev.warren.simulator.world.Structure;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Guilds and their roles. */
final class GuildRoutes {
    private static final String GUILD = "/guilds/{guild_id}";
    private static final String ROLES = GUILD + "/roles";
    private static final String ROLE = ROLES + "/{role_id}";
    private static final Set<String> CHANGEABLE = Set.of(
            "name",
            "description",
            "preferred_locale",
            "afk_channel_id",
            "afk_timeout",
            "system_channel_id",
            "rules_channel_id",
            "public_updates_channel_id",
            "default_message_notifications",
            "verification_level",
            "explicit_content_filter",
            "system_channel_flags");
    private final Access access;
    private final Structure structure;
    private final Memberships memberships;

    GuildRoutes(Access access, Structure structure, Memberships memberships) {
        this.access = access;
        this.structure = structure;
        this.memberships = memberships;
    }

    void addTo(Routes routes) {
        routes.get(GUILD, Bucket.OTHER, this::get);
        routes.patch(GUILD, Bucket.OTHER, this::change);
        routes.get(GUILD + "/preview", Bucket.OTHER, this::get);
        routes.get(ROLES, Bucket.OTHER, this::roles);
        routes.post(ROLES, Bucket.OTHER, this::createRole);
        routes.patch(ROLES, Bucket.OTHER, this::moveRoles);
        routes.get(ROLE, Bucket.OTHER, call -> {
            Guild guild = access.guild(call.id("guild_id"));
            return Answer.ok(access.role(guild, call.id("role_id")).json());
        });
        routes.patch(ROLE, Bucket.OTHER, this::changeRole);
        routes.delete(ROLE, Bucket.OTHER, this::deleteRole);
        routes.get(GUILD + "/emojis", Bucket.OTHER, this::none);
        routes.get(GUILD + "/stickers", Bucket.OTHER, this::none);
        routes.get(GUILD + "/scheduled-events", Bucket.OTHER, this::none);
        routes.get(GUILD + "/invites", Bucket.OTHER, this::none);
        routes.get(GUILD + "/integrations", Bucket.OTHER, this::none);
        routes.get(GUILD + "/audit-logs", Bucket.OTHER, this::auditLog);
    }

    private Answer get(Call call) {
        Guild guild = access.guild(call.id("guild_id"));
        JsonObject json = guild.json();
        if (call.queryFlag("with_counts")) {
            json.put("approximate_member_count", guild.members().size())
                    .put("approximate_presence_count", guild.members().size());
        }
        return Answer.ok(json);
    }

    private Answer none(Call call) {
        access.guild(call.id("guild_id"));
        return Answer.ok(new JsonArray());
    }

    private Answer auditLog(Call call) {
        access.need(access.guild(call.id("guild_id")), Permission.VIEW_AUDIT_LOG);
        var json = new JsonObject();
        List.of(
                        "audit_log_entries",
                        "users",
                        "integrations",
                        "webhooks",
                        "guild_scheduled_events",
                        "threads",
                        "application_commands",
                        "auto_moderation_rules")
                .forEach(name -> json.put(name, new JsonArray()));
        return Answer.ok(json);
    }

    private Answer change(Call call) {
        Guild guild = access.guild(call.id("guild_id"));
        access.need(guild, Permission.MANAGE_GUILD);
        var fields = new JsonObject();
        call.json().stream()
                .filter(entry -> CHANGEABLE.contains(entry.getKey()))
                .forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
        structure.updateGuild(guild, fields);
        return Answer.ok(guild.json());
    }

    private Answer roles(Call call) {
        var list = new JsonArray();
        access.guild(call.id("guild_id")).rolesInOrder().forEach(role -> list.add(role.json()));
        return Answer.ok(list);
    }

    private Answer createRole(Call call) {
        Guild guild = access.guild(call.id("guild_id"));
        access.need(guild, Permission.MANAGE_ROLES);
        JsonObject fields = call.json();
        grants(guild, fields);
        fields.remove("position");
        String name = Optional.ofNullable(fields.getString("name")).orElse("new role");
        return Answer.ok(structure.createRole(guild, name, fields).json());
    }

    /** The bot gives no permission that it has not. */
    private void grants(Guild guild, JsonObject fields) {
        long wanted = Structure.bits(fields.getValue("permissions")).orElse(0L);
        if ((wanted & ~access.permissions(guild) & Permission.ALL) != 0) {
            throw Refused.missingPermissions();
        }
    }

    private Answer changeRole(Call call) {
        Guild guild = access.guild(call.id("guild_id"));
        access.need(guild, Permission.MANAGE_ROLES);
        Role role = access.role(guild, call.id("role_id"));
        access.above(guild, role);
        grants(guild, call.json());
        call.json().remove("position");
        return Answer.ok(structure.updateRole(guild, role, call.json()).json());
    }

    private Answer moveRoles(Call call) {
        Guild guild = access.guild(call.id("guild_id"));
        access.need(guild, Permission.MANAGE_ROLES);
        for (Object each : call.array()) {
            JsonObject wanted = (JsonObject) each;
            Role role = access.role(
                    guild,
                    Snowflake.parse(String.valueOf(wanted.getValue("id"))).orElse(new Snowflake(0)));
            access.above(guild, role);
            if (wanted.getInteger("position") != null) {
                structure.updateRole(guild, role, new JsonObject().put("position", wanted.getInteger("position")));
            }
        }
        return roles(call);
    }

    private Answer deleteRole(Call call) {
        Guild guild = access.guild(call.id("guild_id"));
        access.need(guild, Permission.MANAGE_ROLES);
        Role role = access.role(guild, call.id("role_id"));
        access.above(guild, role);
        if (role.equals(guild.everyone()) || role.bot().isPresent()) {
            throw Refused.of(400, 50028, "Invalid role");
        }
        structure.deleteRole(guild, role, memberships);
        return Answer.NOTHING;
    }
}
