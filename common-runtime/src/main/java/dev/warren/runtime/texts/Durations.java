package dev.warren.runtime.texts;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Time spans as people write them: {@code 10m}, {@code 1h30m}, {@code 2 days}, {@code 1 Stunde}; also ISO-8601. */
public final class Durations {
    private static final Pattern WHOLE = Pattern.compile("(?:\\d{1,9}\\s*\\p{L}+[\\s,]*)+");
    private static final Pattern PART = Pattern.compile("(\\d{1,9})\\s*(\\p{L}+)");

    private Durations() {}

    /** None for what is no time span, or a longer one than can be counted. */
    public static Optional<Duration> parse(String text) {
        var written = text.strip().toLowerCase(Locale.ROOT);
        try {
            if (written.startsWith("p")) {
                return Optional.of(Duration.parse(written)).filter(span -> !span.isNegative());
            }
            if (!WHOLE.matcher(written).matches()) {
                return Optional.empty();
            }
            var sum = Duration.ZERO;
            var parts = PART.matcher(written);
            while (parts.find()) {
                var unit = unit(parts.group(2));
                if (unit.isEmpty()) {
                    return Optional.empty();
                }
                sum = sum.plus(unit.get().multipliedBy(Long.parseLong(parts.group(1))));
            }
            return Optional.of(sum);
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> unit(String name) {
        return switch (name) {
            case "s", "sec", "secs", "second", "seconds", "sek", "sekunde", "sekunden", "segundo", "segundos" ->
                Optional.of(Duration.ofSeconds(1));
            case "m", "min", "mins", "minute", "minutes", "minuten", "minuto", "minutos" ->
                Optional.of(Duration.ofMinutes(1));
            case "h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden", "hora", "horas" ->
                Optional.of(Duration.ofHours(1));
            case "d", "day", "days", "tag", "tage", "tagen", "día", "dia", "días", "dias" ->
                Optional.of(Duration.ofDays(1));
            case "w", "wk", "week", "weeks", "woche", "wochen", "semana", "semanas" -> Optional.of(Duration.ofDays(7));
            default -> Optional.empty();
        };
    }
}
