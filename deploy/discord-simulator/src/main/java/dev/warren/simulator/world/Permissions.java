package dev.warren.simulator.world;

import java.time.Instant;

/**
 * Computes who may do what.
 *
 * @see <a href="https://discord.com/developers/docs/topics/permissions#permission-hierarchy">Permission hierarchy</a>
 */
public final class Permissions {
    private static final long IN_TIMEOUT = Permission.of(Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY);
    private static final long IN_DM = Permission.of(
            Permission.VIEW_CHANNEL,
            Permission.SEND_MESSAGES,
            Permission.EMBED_LINKS,
            Permission.ATTACH_FILES,
            Permission.ADD_REACTIONS,
            Permission.READ_MESSAGE_HISTORY,
            Permission.MENTION_EVERYONE,
            Permission.USE_APPLICATION_COMMANDS,
            Permission.USE_EXTERNAL_EMOJIS);

    private Permissions() {}

    /** What a member may do in the guild as a whole, before any channel overwrites. */
    public static long inGuild(Guild guild, Member member, Instant now) {
        if (guild.owner().equals(member.user())) {
            return Permission.ALL;
        }
        long set = guild.everyone().permissions();
        for (Snowflake id : member.roles()) {
            Role role = guild.roles().get(id);
            set |= role == null ? 0 : role.permissions();
        }
        if (Permission.ADMINISTRATOR.in(set)) {
            return Permission.ALL;
        }
        return member.timedOut(now) ? set & IN_TIMEOUT : set;
    }

    /** What a member may do in a channel; without VIEW_CHANNEL nothing. */
    public static long inChannel(Channel where, User user, Instant now) {
        if (where.guild().isEmpty()) {
            return where.has(user) ? IN_DM : 0;
        }
        Guild guild = where.guild().get();
        Member member = guild.members().get(user.id());
        if (member == null) {
            return 0;
        }
        long set = inGuild(guild, member, now);
        if (set == Permission.ALL) {
            return set;
        }
        set = overwritten(where.permissionSource(), guild, member, set);
        if (member.timedOut(now)) {
            set &= IN_TIMEOUT;
        }
        return Permission.VIEW_CHANNEL.in(set) ? set : 0;
    }

    private static long overwritten(Channel channel, Guild guild, Member member, long base) {
        long set = base;
        Overwrite everyone = channel.overwrites().get(guild.id());
        if (everyone != null) {
            set = set & ~everyone.deny() | everyone.allow();
        }
        long allow = 0;
        long deny = 0;
        for (Snowflake role : member.roles()) {
            Overwrite overwrite = channel.overwrites().get(role);
            if (overwrite != null) {
                allow |= overwrite.allow();
                deny |= overwrite.deny();
            }
        }
        set = set & ~deny | allow;
        Overwrite own = channel.overwrites().get(member.user().id());
        return own == null ? set : set & ~own.deny() | own.allow();
    }

    /** Whether one member may act upon another: the owner upon all, others upon those whose highest role is lower. */
    public static boolean above(Guild guild, Member actor, Member target) {
        if (guild.owner().equals(actor.user())) {
            return true;
        }
        return !guild.owner().equals(target.user()) && guild.highest(actor).above(guild.highest(target));
    }
}
