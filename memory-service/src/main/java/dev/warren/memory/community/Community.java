package dev.warren.memory.community;

import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.schemas.bot.AuditEvent;
import dev.warren.schemas.bot.AuditEvent.Audited;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What holds in all rooms of the community. */
public final class Community {
    /** The module of all its commands. */
    public static final String MODULE = "community";

    private static final int LONGEST_NUMBER = 18;

    private Community() {}

    /** Whether somebody has a permission in the channel where they ask. */
    public static boolean may(Member member, Permission permission) {
        var has = member.permissions().orElse(Permissions.NONE);
        return has.allows(Permissions.of(Permission.ADMINISTRATOR)) || has.allows(Permissions.of(permission));
    }

    /** The number that was typed, with or without a hash. */
    public static Optional<Long> number(String typed) {
        var digits = typed.strip().replaceFirst("^#", "");
        return digits.matches("\\d{1," + LONGEST_NUMBER + "}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }

    /** The number at a place of a custom id. */
    public static long number(CustomId id, int place) {
        return id.argument(place)
                .map(Long::parseLong)
                .orElseThrow(() -> new IllegalArgumentException("customId must have a number at " + place + ": " + id));
    }

    /** The guild that the first argument names: in direct messages the event itself names none. */
    public static GuildId guild(CustomId id) {
        return new GuildId(number(id, 0));
    }

    /** What somebody is told who uses what was posted before the module was turned off. */
    public static Optional<Outcome> off(SettingsView settings, Call<ComponentUsed> call, GuildId guild) {
        return settings.at(Optional.of(guild), call.time()).moduleOn(MODULE)
                ? Optional.empty()
                : Optional.of(Outcome.refused(
                        "module-off",
                        "This belongs to the module `" + MODULE
                                + "`, which is off in this server. Whoever may manage the"
                                + " server can turn it on with `/settings set`."));
    }

    /** What is written down when somebody changes what is another's. */
    public static Outgoing<AuditEvent> audited(
            Call<? extends InteractionEvent> call, GuildId guild, String action, String target) {
        return call.causes(
                Topics.AUDIT,
                "audited",
                Keys.guild(guild),
                new Audited(
                        guild,
                        Service.MEMORY.id(),
                        call.member().id(),
                        action,
                        Optional.of(target),
                        Optional.empty(),
                        Map.of(),
                        call.time()));
    }

    /** A time as Discord shows it to each reader by their own clock. */
    public static String stamp(Instant time, String style) {
        return "<t:" + time.getEpochSecond() + ":" + style + ">";
    }

    public static Uni<Outcome> now(Outcome outcome) {
        return Uni.createFrom().item(outcome);
    }

    public static Uni<Outcome> refused(String reason, String why) {
        return now(Outcome.refused(reason, why));
    }
}
