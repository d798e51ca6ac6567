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
    public static final WorldLimits DEFAULT =
            new WorldLimits(20_000, 400_000, 5_000, 200_000, 1_500, 250, 256L * 1024 * 1024);

    public WorldLimits {
        positive("messagesPerChannel", messagesPerChannel);
        positive("messages", messages);
        positive("guilds", guilds);
        positive("users", users);
        positive("channelsPerGuild", channelsPerGuild);
        positive("rolesPerGuild", rolesPerGuild);
        positive("attachmentBytes", attachmentBytes);
    }

    private static void positive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1: " + value);
        }
    }
}
