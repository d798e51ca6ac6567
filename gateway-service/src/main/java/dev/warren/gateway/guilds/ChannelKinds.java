package dev.warren.gateway.guilds;

/** Discord's channel types. Source: Discord's API reference, "Channel Types". */
final class ChannelKinds {
    private static final int NEWS_THREAD = 10;
    private static final int PRIVATE_THREAD = 12;

    private ChannelKinds() {}

    /** Whether its overwrites are those of its parent. */
    static boolean isThread(int kind) {
        return kind >= NEWS_THREAD && kind <= PRIVATE_THREAD;
    }
}
