package dev.warren.gateway.shards;

import dev.warren.gateway.connection.Intent;
import java.util.EnumSet;
import java.util.Set;

/** Which of Discord's events the gateway asks for, and what it means to do without. */
public final class Intents {
    /** What every topic of the table needs. */
    static final Set<Intent> WANTED = Set.copyOf(EnumSet.of(
            Intent.GUILDS,
            Intent.GUILD_MEMBERS,
            Intent.GUILD_VOICE_STATES,
            Intent.GUILD_MESSAGES,
            Intent.GUILD_MESSAGE_REACTIONS,
            Intent.DIRECT_MESSAGES,
            Intent.DIRECT_MESSAGE_REACTIONS,
            Intent.MESSAGE_CONTENT));

    /** Bits of the application's flags. Source: Discord's API reference, "Application Flags". */
    private static final long MEMBERS = 1L << 14 | 1L << 15;

    private static final long CONTENT = 1L << 18 | 1L << 19;

    private Intents() {}

    /** Privileged intents that are wanted and not switched on for the application. */
    public static Set<Intent> missing(long applicationFlags) {
        var missing = EnumSet.noneOf(Intent.class);
        if ((applicationFlags & MEMBERS) == 0) {
            missing.add(Intent.GUILD_MEMBERS);
        }
        if ((applicationFlags & CONTENT) == 0) {
            missing.add(Intent.MESSAGE_CONTENT);
        }
        return missing;
    }

    /** What is lost without it. */
    public static String consequence(Intent intent) {
        return switch (intent) {
            case MESSAGE_CONTENT ->
                "messages have content only in direct messages and where the bot is mentioned; prefix commands do not"
                        + " work";
            case GUILD_MEMBERS -> "nobody's joining, leaving or changing is seen";
            case GUILDS,
                    GUILD_MODERATION,
                    GUILD_EXPRESSIONS,
                    GUILD_INTEGRATIONS,
                    GUILD_WEBHOOKS,
                    GUILD_INVITES,
                    GUILD_VOICE_STATES,
                    GUILD_PRESENCES,
                    GUILD_MESSAGES,
                    GUILD_MESSAGE_REACTIONS,
                    GUILD_MESSAGE_TYPING,
                    DIRECT_MESSAGES,
                    DIRECT_MESSAGE_REACTIONS,
                    DIRECT_MESSAGE_TYPING,
                    GUILD_SCHEDULED_EVENTS,
                    AUTO_MODERATION_CONFIGURATION,
                    AUTO_MODERATION_EXECUTION,
                    GUILD_MESSAGE_POLLS,
                    DIRECT_MESSAGE_POLLS -> "those events are not seen";
        };
    }
}
