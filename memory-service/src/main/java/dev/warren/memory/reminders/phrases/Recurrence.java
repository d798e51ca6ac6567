package dev.warren.memory.reminders.phrases;

import dev.warren.memory.reminders.phrases.When.Never;
import dev.warren.memory.reminders.phrases.When.Repeating;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recurrenceset.OfRule;

/**
 * Times that come round by a rule of RFC 5545. The rule is reckoned on the clock of the place, so that nine o'clock stays nine o'clock;
 * what comes by the hour is reckoned in UTC, so that no hour is missed or doubled.
 */
public final class Recurrence {
    /** How many gaps are looked at to find out how often a rule comes. */
    private static final int LOOKED_AT = 25;
    /** A local time may be this far from its instant's place in the order. */
    private static final int DAYS_OF_SLACK = 2;
    /** The most occurrences that are passed over to find the next. */
    private static final int MOST_STEPS = 1_000;

    private final Resolver resolver;
    private final ZonedDateTime now;

    Recurrence(Resolver resolver, ZonedDateTime now) {
        this.resolver = resolver;
        this.now = now;
    }

    When resolve(Phrase phrase, Repeat written) {
        if (!phrase.spans().isEmpty()) {
            return new Never("unclear", "I don't know how to put `every …` and `in …` together.");
        }
        var repeat = phrase.day().map(written::with).orElse(written);
        try {
            var rule = checked(repeat.rule());
            var zone = ticking(rule, now.getZone());
            var base = base(phrase, rule, zone);
            // what comes every other week begins with the next time that fits, not with the week in which it was said
            var starts = next(new RecurrenceRule(everyTime(rule)), base, zone, now.toInstant())
                    .orElseThrow(() -> new NoSuchTime("past", "By that rule there is no time to come."));
            var repeating = new Repeating(rule.toString(), starts, Resolver.instant(starts, zone));
            return isTooOften(rule, starts, zone)
                    ? new Never("too-often", "I repeat reminders every " + hours(resolver.shortest()) + " at most.")
                    : resolver.bounded(repeating, now);
        } catch (InvalidRecurrenceRuleException e) {
            return new Never(
                    "wrong-rule", "That is no rule of RFC 5545. Write one such as `RRULE:FREQ=WEEKLY;BYDAY=MO`.");
        }
    }

    /** The first time after an instant; none when the rule has come to its end. */
    public static Optional<Instant> next(String rule, LocalDateTime starts, ZoneId zone, Instant after) {
        try {
            var read = new RecurrenceRule(rule);
            var ticking = ticking(read, zone);
            return next(read, starts, ticking, after).map(local -> Resolver.instant(local, ticking));
        } catch (InvalidRecurrenceRuleException e) {
            throw new IllegalArgumentException("rule must be one of RFC 5545", e);
        }
    }

    private static Optional<LocalDateTime> next(RecurrenceRule rule, LocalDateTime starts, ZoneId zone, Instant after) {
        try {
            var times = new OfRule(rule, dateTime(starts)).iterator();
            times.fastForward(dateTime(LocalDateTime.ofInstant(after, zone).minusDays(DAYS_OF_SLACK)));
            for (int i = 0; i < MOST_STEPS && times.hasNext(); i++) {
                var time = local(times.next());
                if (Resolver.instant(time, zone).isAfter(after)) {
                    return Optional.of(time);
                }
            }
        } catch (IllegalArgumentException e) {
            // the library gives up like this on a rule by which nothing comes for a very long time, such as each 30
            // February
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** By the hour the clock of the place is no measure: it leaves out an hour in spring and shows one twice in autumn. */
    private static ZoneId ticking(RecurrenceRule rule, ZoneId zone) {
        return rule.getFreq() == Freq.HOURLY ? ZoneOffset.UTC : zone;
    }

    private LocalDateTime base(Phrase phrase, RecurrenceRule rule, ZoneId zone) {
        var times = Times.of(phrase);
        var here = now.toLocalDateTime();
        if (rule.getFreq() == Freq.HOURLY && times.isUsual()) {
            return LocalDateTime.ofInstant(now.toInstant(), zone).plusHours(rule.getInterval());
        }
        var day = phrase.day().isPresent()
                ? Calendar.on(phrase.day().get(), now.toLocalDate(), times, here)
                : now.toLocalDate().atTime(times.time());
        return zone.equals(now.getZone())
                ? day
                : LocalDateTime.ofInstant(day.atZone(now.getZone()).toInstant(), zone);
    }

    private RecurrenceRule checked(String text) throws InvalidRecurrenceRuleException {
        var rule = new RecurrenceRule(text);
        if (rule.getFreq() == Freq.SECONDLY || rule.getFreq() == Freq.MINUTELY) {
            throw new NoSuchTime("too-often", "I repeat reminders every " + hours(resolver.shortest()) + " at most.");
        }
        var until = rule.getUntil();
        if (until != null) {
            // the rule is reckoned by the clock of the place, so its end must be written so too
            rule.setUntil(
                    until.isAllDay()
                            ? new DateTime(until.getYear(), until.getMonth(), until.getDayOfMonth(), 23, 59, 59)
                            : until.isFloating()
                                    ? until
                                    : dateTime(LocalDateTime.ofInstant(
                                            Instant.ofEpochMilli(until.getTimestamp()), ticking(rule, now.getZone()))));
        }
        return rule;
    }

    private static String everyTime(RecurrenceRule rule) {
        return rule.toString().replaceAll(";(?:INTERVAL|COUNT)=\\d+", "");
    }

    private boolean isTooOften(RecurrenceRule rule, LocalDateTime starts, ZoneId zone) {
        var times = new OfRule(rule, dateTime(starts)).iterator();
        Optional<Instant> before = Optional.empty();
        for (int i = 0; i <= LOOKED_AT && times.hasNext(); i++) {
            var time = local(times.next()).toInstant(ZoneOffset.UTC);
            if (before.filter(it -> Duration.between(it, time).compareTo(resolver.shortest()) < 0)
                    .isPresent()) {
                return true;
            }
            before = Optional.of(time);
        }
        return false;
    }

    private static String hours(Duration span) {
        return span.toHours() == 1 ? "hour" : span.toMinutes() + " minutes";
    }

    private static DateTime dateTime(LocalDateTime local) {
        return new DateTime(
                local.getYear(),
                local.getMonthValue() - 1,
                local.getDayOfMonth(),
                local.getHour(),
                local.getMinute(),
                local.getSecond());
    }

    private static LocalDateTime local(DateTime time) {
        return LocalDateTime.of(
                time.getYear(),
                time.getMonth() + 1,
                time.getDayOfMonth(),
                time.getHours(),
                time.getMinutes(),
                time.getSeconds());
    }
}
