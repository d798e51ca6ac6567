package dev.warren.gateway.connection;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.EnumSet;
import java.util.Set;

/**
 * What Discord said of a session when it began.
 *
 * @param id the session's id, part of the deterministic ids of events that have no snowflake
 * @param resumeUrl where this session is resumed
 * @param application the application of the bot
 * @param applicationFlags the application's flags; bits 12 to 15, 18 and 19 tell which privileged intents are switched on
 * @param bot the bot's own user
 * @param guilds the guilds of this shard when the session began; later joins and leaves come as events
 */
public record GatewaySession(
        String id, URI resumeUrl, Snowflake application, long applicationFlags, BotUser bot, Set<Snowflake> guilds) {
    public GatewaySession {
        if (id.isBlank()) {
            throw new IllegalArgumentException("id must not be blank: '" + id + "'");
        }
        requireNonNull(resumeUrl, "resumeUrl");
        requireNonNull(application, "application");
        requireNonNull(bot, "bot");
        guilds = Set.copyOf(guilds);
    }

    /**
     * The privileged intents that are switched on in the developer portal, after Discord's application flags. Each has two bits: the second
     * is for bots in fewer than 100 guilds.
     */
    public Set<Intent> switchedOn() {
        Set<Intent> intents = EnumSet.noneOf(Intent.class);
        add(intents, Intent.GUILD_PRESENCES, 12);
        add(intents, Intent.GUILD_MEMBERS, 14);
        add(intents, Intent.MESSAGE_CONTENT, 18);
        return Set.copyOf(intents);
    }

    private void add(Set<Intent> intents, Intent intent, int firstBit) {
        if ((applicationFlags & 3L << firstBit) != 0) {
            intents.add(intent);
        }
    }
}
