package dev.warren.economy.desk;

import dev.warren.runtime.commands.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;

/** Time spans that members name. */
public final class Spans {
    private Spans() {}

    /** Why a span cannot be; none when it lies within the two, both inclusive. */
    public static Optional<Outcome> refuse(String name, Duration is, Duration least, Duration most) {
        return is.compareTo(least) < 0 || is.compareTo(most) > 0
                ? Optional.of(Outcome.refused(
                        "wrong-duration",
                        "`%s` must be %s to %s; %s is not.".formatted(name, say(least), say(most), say(is))))
                : Optional.empty();
    }

    /** Such as {@code 1 hour 30 minutes}. */
    public static String say(Duration span) {
        var parts = new ArrayList<String>();
        add(parts, span.toDays(), "day");
        add(parts, span.toHoursPart(), "hour");
        add(parts, span.toMinutesPart(), "minute");
        add(parts, span.toSecondsPart(), "second");
        return parts.isEmpty() ? "0 seconds" : String.join(" ", parts);
    }

    private static void add(ArrayList<String> parts, long count, String unit) {
        if (count > 0) {
            parts.add(Words.number(count) + " " + unit + (count == 1 ? "" : "s"));
        }
    }
}
