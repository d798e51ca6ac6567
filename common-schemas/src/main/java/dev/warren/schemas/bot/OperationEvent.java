package dev.warren.schemas.bot;

import dev.warren.schemas.event.UnknownType;
import dev.warren.schemas.event.WireType;
import dev.warren.schemas.ids.GuildId;
import java.time.Instant;
import java.util.Optional;

/**
 * What those who run the bot have decided for all its instances: topic {@code bot.operations}, compacted, one record for a key. The opposite
 * of a decision takes its place under the same key.
 *
 * <p>{@code by} names who decided, such as {@code user:1170000000000000010} or {@code cli:ada}.
 */
public sealed interface OperationEvent {
    /** The key of pausing and resuming: one for all guilds together, and one for each. */
    static String postingKey(Optional<GuildId> guild) {
        return guild.map(id -> "posting:" + id).orElse("posting");
    }

    /** The key of blocking and unblocking. */
    static String blockKey(GuildId guild) {
        return "block:" + guild;
    }

    /** The key of the presence. */
    static String presenceKey() {
        return "presence";
    }

    /**
     * Replies wait until posting is resumed, or expire.
     *
     * @param guild none for all
     */
    @WireType("dev.warren.bot.posting-paused.v1")
    record PostingPaused(Optional<GuildId> guild, String by, Optional<String> reason, Instant at)
            implements OperationEvent {
        public PostingPaused {
            checkBy(by);
            checkReason(reason);
        }
    }

    /**
     * Replies are posted again. A pause of all guilds and one of a single guild are ended each by itself.
     *
     * @param guild none for all
     */
    @WireType("dev.warren.bot.posting-resumed.v1")
    record PostingResumed(Optional<GuildId> guild, String by, Instant at) implements OperationEvent {
        public PostingResumed {
            checkBy(by);
        }
    }

    /** The bot leaves this guild, and leaves again whenever it is added. */
    @WireType("dev.warren.bot.guild-blocked.v1")
    record GuildBlocked(GuildId guild, String by, Optional<String> reason, Instant at) implements OperationEvent {
        public GuildBlocked {
            checkBy(by);
            checkReason(reason);
        }
    }

    /** The bot may be added again. */
    @WireType("dev.warren.bot.guild-unblocked.v1")
    record GuildUnblocked(GuildId guild, String by, Instant at) implements OperationEvent {
        public GuildUnblocked {
            checkBy(by);
        }
    }

    /**
     * How the bot is shown.
     *
     * @param activity what stands below its name, at most 128 characters; none for nothing
     */
    @WireType("dev.warren.bot.presence-chosen.v1")
    record PresenceChosen(Presence presence, Optional<String> activity, String by, Instant at)
            implements OperationEvent {
        public PresenceChosen {
            checkBy(by);
            if (activity.filter(text -> text.isBlank() || text.length() > 128).isPresent()) {
                throw new IllegalArgumentException("activity must have 1 to 128 characters: "
                        + activity.get().length());
            }
        }
    }

    /** Discord's states of a bot. */
    enum Presence {
        ONLINE,
        IDLE,
        DO_NOT_DISTURB,
        INVISIBLE
    }

    /** A type of the future. */
    record Unknown(String type) implements OperationEvent, UnknownType {}

    private static void checkBy(String by) {
        if (by.isBlank() || by.length() > 100) {
            throw new IllegalArgumentException("by must have 1 to 100 characters: " + by.length());
        }
    }

    private static void checkReason(Optional<String> reason) {
        if (reason.filter(text -> text.isBlank() || text.length() > 500).isPresent()) {
            throw new IllegalArgumentException(
                    "reason must have 1 to 500 characters: " + reason.get().length());
        }
    }
}
