package dev.warren.memory.reminders.phrases;

import dev.warren.memory.reminders.phrases.Token.Kind;
import java.time.Month;
import java.util.Optional;
import java.util.Set;

/** Reads dates: {@code 2026-12-24}, {@code 24.12.}, {@code 24. Dezember}, {@code December 24th}, {@code the 15th}. */
final class Dates {
    private static final int CENTURY = 2000;

    private Dates() {}

    static Optional<Day> read(Tokens tokens) {
        return tokens.attempt(() -> iso(tokens))
                .or(() -> tokens.attempt(() -> dotted(tokens)))
                .or(() -> tokens.attempt(() -> slashed(tokens)))
                .or(() -> tokens.attempt(() -> dayFirst(tokens)))
                .or(() -> tokens.attempt(() -> monthFirst(tokens)))
                .or(() -> tokens.attempt(() -> ordinal(tokens)));
    }

    private static Optional<Day> iso(Tokens tokens) {
        return tokens.take(Kind.ISO).map(text -> {
            var parts = text.split("-", 3);
            return new Day.OnDate(
                    Optional.of(Integer.parseInt(parts[0])), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        });
    }

    private static Optional<Day> dotted(Tokens tokens) {
        return tokens.take(Kind.DOTTED).or(() -> withoutLastDot(tokens)).map(text -> {
            var parts = text.replace(" ", "").split("\\.");
            return new Day.OnDate(
                    parts.length > 2 ? Optional.of(year(parts[2])) : Optional.empty(),
                    Integer.parseInt(parts[1]),
                    Integer.parseInt(parts[0]));
        });
    }

    private static Optional<String> withoutLastDot(Tokens tokens) {
        return tokens.take(Kind.DECIMAL).filter(text -> text.matches("\\d{1,2}\\.\\d{1,2}"));
    }

    /** Where both could be the month, nobody knows which one is. */
    private static Optional<Day> slashed(Tokens tokens) {
        return tokens.take(Kind.SLASHED).map(text -> {
            var parts = text.split("/");
            int first = Integer.parseInt(parts[0]);
            int second = Integer.parseInt(parts[1]);
            if (first <= 12 && second <= 12 && first != second) {
                return new Day.Unclear(text);
            }
            var year = parts.length > 2 ? Optional.of(year(parts[2])) : Optional.<Integer>empty();
            return first > 12 ? new Day.OnDate(year, second, first) : new Day.OnDate(year, first, second);
        });
    }

    private static Optional<Day> dayFirst(Tokens tokens) {
        var day = dayNumber(tokens);
        tokens.takes("of");
        return day.flatMap(number -> month(tokens).map(month -> date(tokens, month, number)));
    }

    private static Optional<Day> monthFirst(Tokens tokens) {
        return month(tokens).flatMap(month -> {
            tokens.takes("the");
            return dayNumber(tokens).map(day -> date(tokens, month, day));
        });
    }

    private static Day date(Tokens tokens, Month month, int day) {
        var year = tokens.attempt(() ->
                tokens.take(Kind.NUMBER).filter(text -> text.length() == 4).map(Integer::parseInt));
        return new Day.OnDate(year, month.getValue(), day);
    }

    private static Optional<Day> ordinal(Tokens tokens) {
        return tokens.take(Kind.ORDINAL).map(text -> {
            if (tokens.takes(Set.of("of", "des")) && tokens.takes(Set.of("the", "this"))) {
                tokens.takes("month");
            } else {
                tokens.takes(Set.of("monats"));
            }
            return new Day.OnDayOfMonth(digits(text));
        });
    }

    private static Optional<Integer> dayNumber(Tokens tokens) {
        return tokens.attempt(() -> tokens.take(Kind.ORDINAL).map(Dates::digits))
                .or(() -> tokens.attempt(() -> tokens.take(Kind.NUMBER)
                        .filter(text -> text.length() <= 2)
                        .map(Integer::parseInt)));
    }

    private static Optional<Month> month(Tokens tokens) {
        return tokens.attempt(() -> tokens.word().flatMap(Vocabulary::month));
    }

    private static int digits(String ordinal) {
        return Integer.parseInt(ordinal.replaceAll("\\D", ""));
    }

    private static int year(String text) {
        int year = Integer.parseInt(text);
        return text.length() <= 2 ? CENTURY + year : year;
    }
}
