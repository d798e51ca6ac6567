package dev.warren.schemas.memory;

import dev.warren.schemas.event.UnknownType;
import dev.warren.schemas.event.WireType;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.List;
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

    /**
     * A member changed their profile. What it says stays in the memory service, but for the time zone, by which others count days.
     *
     * @param guild where; none in direct messages
     * @param fields the names of what changed, such as {@code timezone}
     * @param cleared whether nothing is left of it
     * @param timezone the IANA zone that holds from now on; none where none does
     */
    @WireType("dev.warren.memory.profile-changed.v1")
    record ProfileChanged(
            Optional<GuildId> guild, UserId user, List<String> fields, boolean cleared, Optional<String> timezone)
            implements MemoryEvent {
        public ProfileChanged {
            fields = List.copyOf(fields);
            if (fields.isEmpty()) {
                throw new IllegalArgumentException("fields must not be empty");
            }
        }
    }

    /**
     * A member is erased. Whoever keeps something of them deletes it, and what is told of them from before counts no more.
     *
     * @param guild where they are erased; none for everywhere
     * @param erasedAt when it was decided
     */
    @WireType("dev.warren.memory.member-erased.v1")
    record MemberErased(Optional<GuildId> guild, UserId user, Instant erasedAt) implements MemoryEvent {}

    /**
     * An event of a guild's calendar is about to begin. What it is called stays in the memory service.
     *
     * @param event its number
     * @param startsAt when it begins; one that begins at another time by now is not meant any more
     */
    @WireType("dev.warren.memory.calendar-event-due.v1")
    record CalendarEventDue(GuildId guild, long event, Instant startsAt) implements MemoryEvent {
        public CalendarEventDue {
            if (event < 1) {
                throw new IllegalArgumentException("event must be at least 1: " + event);
            }
        }
    }

    /** A type of the future. */
    record Unknown(String type) implements MemoryEvent, UnknownType {}
}
