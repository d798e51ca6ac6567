package dev.warren.schemas.memory;

import dev.warren.schemas.event.UnknownType;
import dev.warren.schemas.event.WireType;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.Optional;

/** What is decided there: topic {@code memory.events}. Members are added with the features that emit them. */
public sealed interface MemoryEvent {
    /**
     * A reminder's time has come. What it says stays in the memory service.
     *
     * @param guild where it was asked for; none in direct messages
     * @param user whom it reminds
     * @param reminder its number
     * @param dueAt the time at which it was due; a reminder that has another time by now is not meant any more
     */
    @WireType("dev.warren.memory.reminder-due.v1")
    record ReminderDue(Optional<GuildId> guild, UserId user, long reminder, Instant dueAt) implements MemoryEvent {
        public ReminderDue {
            if (reminder < 1) {
                throw new IllegalArgumentException("reminder must be at least 1: " + reminder);
            }
        }
    }

    /** A type of the future. */
    record Unknown(String type) implements MemoryEvent, UnknownType {}
}
