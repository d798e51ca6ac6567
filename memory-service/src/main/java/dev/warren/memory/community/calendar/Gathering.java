package dev.warren.memory.community.calendar;

import dev.warren.memory.community.Texts;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * An event of a guild's calendar.
 *
 * @param id 0 until it is stored
 * @param channel where it was made, and where those who joined are told that it begins
 * @param uid by which iCalendar knows it
 * @param reply the post that shows it; none for an imported one
 * @param draft whether its time is still to be chosen
 * @param removedAt when it was cancelled; it can come back for a while
 */
record Gathering(
        long id,
        GuildId guild,
        UserId by,
        ChannelId channel,
        Entry entry,
        Optional<EventId> reply,
        boolean draft,
        Instant madeAt,
        Optional<Instant> removedAt) {
    private static final int NAMED = 60;

    /**
     * What is told of an event, by whomever.
     *
     * @param title 1 to 100 characters
     * @param about at most 1,000 characters
     * @param place at most 200 characters
     */
    record Entry(String uid, String title, String about, String place, Instant startsAt, Instant endsAt) {
        static final int LONGEST_TITLE = 100;
        static final int LONGEST_ABOUT = 1_000;
        static final int LONGEST_PLACE = 200;
        static final int LONGEST_UID = 200;

        Entry {
            between("title", title, 1, LONGEST_TITLE);
            between("about", about, 0, LONGEST_ABOUT);
            between("place", place, 0, LONGEST_PLACE);
            between("uid", uid, 1, LONGEST_UID);
            // as exact as iCalendar is
            startsAt = startsAt.truncatedTo(ChronoUnit.SECONDS);
            endsAt = endsAt.truncatedTo(ChronoUnit.SECONDS);
            if (endsAt.isBefore(startsAt)) {
                throw new IllegalArgumentException("endsAt must not be before startsAt: " + endsAt + ", " + startsAt);
            }
        }

        private static void between(String field, String value, int shortest, int longest) {
            if (value.length() < shortest || value.length() > longest) {
                throw new IllegalArgumentException(
                        field + " must have " + shortest + " to " + longest + " characters: " + value.length());
            }
        }

        Duration lasts() {
            return Duration.between(startsAt, endsAt);
        }

        Entry at(Instant start) {
            return new Entry(uid, title, about, place, start, start.plus(lasts()));
        }
    }

    /** The same at the time that was chosen. */
    Gathering chosen(Instant start, EventId post) {
        return new Gathering(id, guild, by, channel, entry.at(start), Optional.of(post), false, madeAt, removedAt);
    }

    Gathering removed(Instant at) {
        return new Gathering(id, guild, by, channel, entry, reply, draft, madeAt, Optional.of(at));
    }

    Gathering back() {
        return new Gathering(id, guild, by, channel, entry, reply, draft, madeAt, Optional.empty());
    }

    /** Whether it is on the calendar. */
    boolean stands() {
        return !draft && removedAt.isEmpty();
    }

    /** As a deed remembers it; empty when it is cancelled. */
    Map<String, String> state() {
        return removedAt.isPresent()
                ? Map.of()
                : Map.of("starts", entry.startsAt().toString());
    }

    /** How it is called in a sentence. */
    String name() {
        return "the event `" + id + "`, " + Texts.escaped(Texts.shortened(entry.title(), NAMED));
    }
}
