package dev.warren.memory.reminders.phrases;

import dev.warren.memory.reminders.phrases.When.Never;
import dev.warren.memory.reminders.phrases.When.Once;
import dev.warren.memory.reminders.phrases.When.Skipped;
import dev.warren.memory.reminders.phrases.When.Twice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Finds the time that a phrase means.
 *
 * @param furthest how far ahead it may lie
 * @param shortest how soon something may come round again
 */
public record Resolver(Duration furthest, Duration shortest) {
    /** When a day is named and no time. */
    static final LocalTime USUAL = LocalTime.of(9, 0);

    /** The time that a phrase means when it is written at {@code now}, by the clock of that zone. */
    public When resolve(Phrase phrase, ZonedDateTime now) {
        var there = now.truncatedTo(ChronoUnit.MILLIS);
        try {
            return phrase.repeat().isPresent()
                    ? new Recurrence(this, there)
                            .resolve(phrase, phrase.repeat().get())
                    : once(phrase, there);
        } catch (NoSuchTime e) {
            return e.never();
        }
    }

    /** Whether so far ahead is allowed, and ahead at all. */
    When bounded(When when, ZonedDateTime now) {
        return switch (when) {
            case Once(var instant) -> refusal(instant, now).orElse(when);
            case When.Repeating repeating -> refusal(repeating.first(), now).orElse(when);
            case Twice(var _, var _, var later) -> refusal(later, now).orElse(when);
            case Skipped(var _, var _, var after) -> refusal(after, now).orElse(when);
            case Never _ -> when;
        };
    }

    private Optional<When> refusal(Instant instant, ZonedDateTime now) {
        if (!instant.isAfter(now.toInstant())) {
            return Optional.of(
                    new Never("past", "That was <t:" + instant.getEpochSecond() + ":R>. I can only remind you later."));
        }
        return instant.isAfter(now.toInstant().plus(furthest))
                ? Optional.of(new Never(
                        "too-far",
                        "That is more than " + furthest.toDays() + " days ahead, which is the most that I can."))
                : Optional.empty();
    }

    private When once(Phrase phrase, ZonedDateTime now) {
        boolean exact = phrase.spans().stream().anyMatch(span -> span.unit().isExact());
        boolean named = phrase.day().isPresent()
                || phrase.clock().isPresent()
                || phrase.part().isPresent();
        if (exact && named) {
            return new Never(
                    "unclear", "I don't know how to put a span such as `in 2 hours` and a day or time together.");
        }
        if (!named) {
            return bounded(new Once(later(phrase, now).toInstant()), now);
        }
        return bounded(onTheClock(local(phrase, now), now), now);
    }

    /** Days and longer by the calendar, the rest on the clock. */
    private static ZonedDateTime later(Phrase phrase, ZonedDateTime now) {
        var time = now;
        for (var span : phrase.spans()) {
            time = time.plus(span.amount(), span.unit().length());
        }
        return time;
    }

    private static LocalDateTime local(Phrase phrase, ZonedDateTime now) {
        var times = Times.of(phrase);
        var from = later(phrase, now).toLocalDate();
        if (phrase.day().isEmpty()) {
            return phrase.spans().isEmpty()
                    ? times.nextAfter(now.toLocalDateTime())
                    : times.on(from, now.toLocalDateTime());
        }
        if (phrase.day().get() instanceof Day.InDays(var days) && days == 0 && times.isUsual()) {
            throw new NoSuchTime("no-time", "Today, but at what time? Say it such as `today at 18:00`.");
        }
        return Calendar.on(phrase.day().get(), from, times, now.toLocalDateTime());
    }

    /** A time by the clock of a place; one that it shows twice, or never, has to be asked about. */
    private static When onTheClock(LocalDateTime local, ZonedDateTime now) {
        var rules = now.getZone().getRules();
        var offsets = rules.getValidOffsets(local);
        if (offsets.size() == 1) {
            return new Once(local.toInstant(offsets.getFirst()));
        }
        var change = rules.getTransition(local);
        if (offsets.isEmpty()) {
            return new Skipped(
                    local, local.toInstant(change.getOffsetAfter()), local.toInstant(change.getOffsetBefore()));
        }
        var earlier = local.toInstant(change.getOffsetBefore());
        var later = local.toInstant(change.getOffsetAfter());
        return earlier.isAfter(now.toInstant()) ? new Twice(local, earlier, later) : new Once(later);
    }

    /**
     * A local time as an instant without a question: of two the earlier, and what is skipped moves on by the change, as RFC 5545 has it
     * (3.3.5).
     */
    public static Instant instant(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone).toInstant();
    }

    /** The same time on the next day. */
    public static Instant tomorrow(Instant due, Instant now, ZoneId zone) {
        var time = due.atZone(zone).toLocalTime();
        LocalDate next = now.atZone(zone).toLocalDate().plusDays(1);
        return instant(next.atTime(time), zone);
    }
}
