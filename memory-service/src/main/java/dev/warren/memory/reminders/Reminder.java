package dev.warren.memory.reminders;

import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What somebody wants to be reminded of.
 *
 * @param id 0 until it is stored
 * @param guild where it was asked for; none in direct messages
 * @param words 1 to 1,000 characters
 * @param zone by whose clock its time was meant
 * @param series none for one that comes once
 * @param dueAt when it comes next, or came last; none for a draft
 * @param askedBy the event that asked for it
 * @param reply the last post of it
 * @param endedAt when nothing more was to come
 */
record Reminder(
        long id,
        UserId member,
        Optional<GuildId> guild,
        ChannelId channel,
        String words,
        ZoneId zone,
        Optional<Series> series,
        Optional<Instant> dueAt,
        State state,
        EventId askedBy,
        Instant madeAt,
        Optional<EventId> reply,
        Optional<Instant> endedAt) {
    static final int LONGEST = 1_000;

    /** By which rule of RFC 5545 it comes round, and from when, by the clock of the zone. */
    record Series(String rule, LocalDateTime starts) {}

    /** Where it stands. */
    enum State {
        /** Its time is asked for. */
        DRAFT,
        WAITING,
        /** Posted, as far as this service is concerned. */
        FIRED,
        DONE,
        /** Neither the channel nor the member took it. */
        REFUSED,
        /** Whether it stands at Discord could not be found out. */
        UNKNOWN,
        CANCELLED
    }

    Reminder {
        if (words.isBlank() || words.length() > LONGEST) {
            throw new IllegalArgumentException("words must have 1 to " + LONGEST + " characters: " + words.length());
        }
        if (state != State.DRAFT && dueAt.isEmpty()) {
            throw new IllegalArgumentException("dueAt must be there in every state but DRAFT: " + state);
        }
    }

    /** One of which the time is still asked for. */
    static Reminder draft(
            UserId member,
            Optional<GuildId> guild,
            ChannelId channel,
            String words,
            ZoneId zone,
            EventId askedBy,
            Instant now) {
        return new Reminder(
                0,
                member,
                guild,
                channel,
                words,
                zone,
                Optional.empty(),
                Optional.empty(),
                State.DRAFT,
                askedBy,
                now,
                Optional.empty(),
                Optional.empty());
    }

    /** The same, waiting for that time. */
    Reminder waiting(Instant due, Optional<Series> by) {
        return with(words, by, Optional.of(exact(due)), State.WAITING, reply, Optional.empty());
    }

    /** As exact as the database keeps it, and as events say it. */
    private static Instant exact(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    Reminder saying(String other) {
        return with(other, series, dueAt, state, reply, endedAt);
    }

    /** The same by another clock. */
    Reminder in(ZoneId other) {
        return new Reminder(
                id, member, guild, channel, words, other, series, dueAt, state, askedBy, madeAt, reply, endedAt);
    }

    /** Posted, and nothing more to come until the receipt. */
    Reminder fired(EventId post, Instant now) {
        return with(words, series, dueAt, State.FIRED, Optional.of(post), Optional.of(now));
    }

    /** Posted, and to come again then. */
    Reminder firedAndWaiting(EventId post, Instant next) {
        return with(words, series, Optional.of(exact(next)), State.WAITING, Optional.of(post), Optional.empty());
    }

    /** Posted again in another way. */
    Reminder repliedBy(EventId post) {
        return with(words, series, dueAt, state, Optional.of(post), endedAt);
    }

    Reminder ended(State how, Instant now) {
        return with(words, series, dueAt, how, reply, Optional.of(now));
    }

    /** One more of the same words that comes once. */
    Reminder copy(EventId by, Instant due, Instant now) {
        return new Reminder(
                0,
                member,
                guild,
                channel,
                words,
                zone,
                Optional.empty(),
                Optional.of(exact(due)),
                State.DRAFT,
                by,
                now,
                Optional.empty(),
                Optional.empty());
    }

    private Reminder with(
            String said,
            Optional<Series> by,
            Optional<Instant> due,
            State now,
            Optional<EventId> post,
            Optional<Instant> ended) {
        return new Reminder(id, member, guild, channel, said, zone, by, due, now, askedBy, madeAt, post, ended);
    }
}
