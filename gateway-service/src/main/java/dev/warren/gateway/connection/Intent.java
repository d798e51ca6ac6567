package dev.warren.gateway.connection;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Discord's gateway intents, each with the bit it has in the identify payload. */
public enum Intent {
    GUILDS(0),
    GUILD_MEMBERS(1),
    GUILD_MODERATION(2),
    GUILD_EXPRESSIONS(3),
    GUILD_INTEGRATIONS(4),
    GUILD_WEBHOOKS(5),
    GUILD_INVITES(6),
    GUILD_VOICE_STATES(7),
    GUILD_PRESENCES(8),
    GUILD_MESSAGES(9),
    GUILD_MESSAGE_REACTIONS(10),
    GUILD_MESSAGE_TYPING(11),
    DIRECT_MESSAGES(12),
    DIRECT_MESSAGE_REACTIONS(13),
    DIRECT_MESSAGE_TYPING(14),
    MESSAGE_CONTENT(15),
    GUILD_SCHEDULED_EVENTS(16),
    AUTO_MODERATION_CONFIGURATION(20),
    AUTO_MODERATION_EXECUTION(21),
    GUILD_MESSAGE_POLLS(24),
    DIRECT_MESSAGE_POLLS(25);

    private static final Set<Intent> PRIVILEGED =
            Collections.unmodifiableSet(EnumSet.of(GUILD_MEMBERS, GUILD_PRESENCES, MESSAGE_CONTENT));

    private final int bit;

    Intent(int bit) {
        this.bit = bit;
    }

    /** The value of this intent in the mask. */
    public int mask() {
        return 1 << bit;
    }

    /** Whether Discord gives this intent only to applications that have it switched on in the developer portal. */
    public boolean privileged() {
        return PRIVILEGED.contains(this);
    }

    /** The mask that stands for all the intents given. */
    public static int mask(Collection<Intent> intents) {
        return intents.stream().mapToInt(Intent::mask).reduce(0, (a, b) -> a | b);
    }
}
