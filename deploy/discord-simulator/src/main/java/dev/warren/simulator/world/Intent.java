package dev.warren.simulator.world;

/**
 * A gateway intent and its bit.
 *
 * @see <a href="https://discord.com/developers/docs/events/gateway#list-of-intents">List of intents</a>
 */
public enum Intent {
    GUILDS(0, false),
    GUILD_MEMBERS(1, true),
    GUILD_MODERATION(2, false),
    GUILD_EXPRESSIONS(3, false),
    GUILD_INTEGRATIONS(4, false),
    GUILD_WEBHOOKS(5, false),
    GUILD_INVITES(6, false),
    GUILD_VOICE_STATES(7, false),
    GUILD_PRESENCES(8, true),
    GUILD_MESSAGES(9, false),
    GUILD_MESSAGE_REACTIONS(10, false),
    GUILD_MESSAGE_TYPING(11, false),
    DIRECT_MESSAGES(12, false),
    DIRECT_MESSAGE_REACTIONS(13, false),
    DIRECT_MESSAGE_TYPING(14, false),
    MESSAGE_CONTENT(15, true),
    GUILD_SCHEDULED_EVENTS(16, false),
    AUTO_MODERATION_CONFIGURATION(20, false),
    AUTO_MODERATION_EXECUTION(21, false),
    GUILD_MESSAGE_POLLS(24, false),
    DIRECT_MESSAGE_POLLS(25, false);

    private final int shift;
    private final boolean privileged;

    Intent(int shift, boolean privileged) {
        this.shift = shift;
        this.privileged = privileged;
    }

    public long bit() {
        return 1L << shift;
    }

    public boolean in(long set) {
        return (set & bit()) != 0;
    }

    /** Whether the application must be granted it in Discord's portal. */
    public boolean privileged() {
        return privileged;
    }

    /** All bits that Discord knows. */
    public static long all() {
        long set = 0;
        for (Intent intent : values()) {
            set |= intent.bit();
        }
        return set;
    }
}
