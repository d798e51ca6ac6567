package dev.warren.simulator.world;

/**
 * How much the local Discord holds.
 *
 * @param messagesPerChannel older ones are forgotten
 * @param messages in all channels together; the oldest are forgotten
 * @param guilds of the bot
 * @param users known, bots included
 * @param channelsPerGuild threads included
 * @param rolesPerGuild Discord's own bound is 250
 * @param attachmentBytes of all attachments together; the oldest are forgotten
 */
public record WorldLimits(
        int messagesPerChannel,
        int messages,
        int guilds,
        int users,
        int channelsPerGuild,
        int rolesPerGuild,
        long attachmentBytes) {
    private static final int MESSAGES_PER_CHANNEL = 20_000;
    private static final int MOST_MESSAGES = 400_000;
    /** What a message takes, with what is kept to find it. Measured. */
    private static final long BYTES_PER_MESSAGE = 3 * 1024;

    private static final long MOST_ATTACHMENT_BYTES = 256L * 1024 * 1024;

    /** What fits into the largest heap that this JVM may have. */
    public static final WorldLimits DEFAULT = within(Runtime.getRuntime().maxMemory());

    public WorldLimits {
        positive("messagesPerChannel", messagesPerChannel);
        positive("messages", messages);
        positive("guilds", guilds);
        positive("users", users);
        positive("channelsPerGuild", channelsPerGuild);
        positive("rolesPerGuild", rolesPerGuild);
        positive("attachmentBytes", attachmentBytes);
    }

    /**
     * A fifth of a heap for messages and a quarter for attachments. The rest is for sessions, interactions and work under way, and free for
     * the most part: a collector that finds little room stops everything again and again.
     *
     * @param heap in bytes
     */
    static WorldLimits within(long heap) {
        var messages = (int) Math.clamp(heap / 5 / BYTES_PER_MESSAGE, MESSAGES_PER_CHANNEL, MOST_MESSAGES);
        var attachments = Math.clamp(heap / 4, 1, MOST_ATTACHMENT_BYTES);
        return new WorldLimits(MESSAGES_PER_CHANNEL, messages, 5_000, 200_000, 1_500, 250, attachments);
    }

    private static void positive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1: " + value);
        }
    }
}
