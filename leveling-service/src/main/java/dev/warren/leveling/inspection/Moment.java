package dev.warren.leveling.inspection;

import dev.warren.runtime.texts.Durations;
import dev.warren.schemas.ids.Snowflake;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** A moment as people write it: {@code 2h} ago, {@code 2026-11-20}, {@code 2026-11-20 15:30}, or ISO-8601 with its zone. */
final class Moment {
    /** Before Discord there was nothing. */
    private static final Instant EARLIEST = Instant.ofEpochMilli(Snowflake.DISCORD_EPOCH_MILLIS);

    private Moment() {}

    /**
     * None for what is no moment.
     *
     * @param zone of times without one; a date alone is its begin there
     */
    static Optional<Instant> parse(String text, Instant now, ZoneId zone) {
        var written = text.strip();
        return Durations.parse(written.replaceFirst("(?i)\\s+ago$", ""))
                .flatMap(span -> minus(now, span))
                .or(() -> attempt(() -> Instant.parse(written)))
                .or(() -> attempt(
                        () -> LocalDate.parse(written).atStartOfDay(zone).toInstant()))
                .or(() -> attempt(() -> LocalDateTime.parse(written.replaceFirst("\\s+", "T"))
                        .atZone(zone)
                        .toInstant()))
                .filter(moment -> moment.isAfter(EARLIEST));
    }

    private static Optional<Instant> minus(Instant now, java.time.Duration span) {
        return attempt(() -> now.minus(span));
    }

    private static Optional<Instant> attempt(java.util.function.Supplier<Instant> read) {
        try {
            return Optional.of(read.get());
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
