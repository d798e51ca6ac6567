package dev.warren.memory.reminders.phrases;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The time of day of a phrase.
 *
 * @param written none for a day's usual time
 * @param part in which it lies
 */
record Times(Optional<Clock> written, Optional<DayPart> part) {
    private static final int DAWN = 4;

    static Times of(Phrase phrase) {
        var clock = phrase.clock()
                .map(read -> phrase.part().map(part -> part.narrow(read)).orElse(read))
                .or(() -> phrase.part().map(DayPart::usual));
        return new Times(clock, phrase.part());
    }

    boolean isUsual() {
        return written.isEmpty();
    }

    /** On that day, where it is today's: as the clock's dial shows it next. */
    LocalDateTime on(LocalDate date, LocalDateTime now) {
        var time = date.atTime(time()).plusDays(reachesIntoTheNextDay() ? 1 : 0);
        boolean turned = written.filter(Clock::dial).isPresent()
                && date.equals(now.toLocalDate())
                && !time.isAfter(now)
                && time().getHour() <= 12;
        return turned ? time.plus(12, ChronoUnit.HOURS) : time;
    }

    /** When the clock shows it next. */
    LocalDateTime nextAfter(LocalDateTime now) {
        var today = on(now.toLocalDate(), now);
        return today.isAfter(now) ? today : on(now.toLocalDate().plusDays(1), now);
    }

    LocalTime time() {
        if (written.isEmpty()) {
            return Resolver.USUAL;
        }
        return written.get()
                .time()
                .orElseThrow(() -> new NoSuchTime(
                        "impossible-time", "No clock shows that time. Write it such as `18:30` or `6:30 pm`."));
    }

    /** 24:00, and the small hours of a night. */
    private boolean reachesIntoTheNextDay() {
        return written.filter(clock ->
                        clock.hour() == 24 || part.filter(DayPart.NIGHT::equals).isPresent() && clock.hour() <= DAWN)
                .isPresent();
    }
}
