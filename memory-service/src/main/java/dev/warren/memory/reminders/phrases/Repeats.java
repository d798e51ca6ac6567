package dev.warren.memory.reminders.phrases;

import dev.warren.memory.reminders.phrases.Token.Kind;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what comes round: {@code every Monday and Friday}, {@code alle 2 Wochen}, {@code werktags}, or a rule of RFC 5545. */
final class Repeats {
    private static final Set<String> WORKING_DAY =
            Set.of("weekday", "weekdays", "workday", "werktag", "werktags", "wochentag", "arbeitstag");
    private static final Set<String> WEEKEND = Set.of("weekend", "wochenende");
    private static final List<DayOfWeek> WORKING_DAYS =
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

    private Repeats() {}

    /** What comes round, and the part of the day where it names one. */
    record Found(Repeat repeat, Optional<DayPart> part) {
        static Found of(Repeat repeat) {
            return new Found(repeat, Optional.empty());
        }
    }

    static Optional<Found> read(Tokens tokens) {
        return tokens.attempt(() -> tokens.take(Kind.RULE).map(Repeat::written).map(Found::of))
                .or(() -> tokens.attempt(() -> adverb(tokens).map(Found::of)))
                .or(() -> tokens.attempt(() -> {
                    tokens.takes(Set.of("an", "am"));
                    return tokens.takes(Vocabulary.EACH) ? each(tokens) : Optional.empty();
                }));
    }

    private static Optional<Repeat> adverb(Tokens tokens) {
        return tokens.word().flatMap(word -> switch (word) {
            case "hourly", "stündlich" -> Optional.of(Repeat.each("HOURLY", 1));
            case "daily", "täglich" -> Optional.of(Repeat.each("DAILY", 1));
            case "weekly", "wöchentlich" -> Optional.of(Repeat.each("WEEKLY", 1));
            case "monthly", "monatlich" -> Optional.of(Repeat.each("MONTHLY", 1));
            case "yearly", "annually", "jährlich" -> Optional.of(Repeat.each("YEARLY", 1));
            case "weekdays", "werktags" -> Optional.of(Repeat.on(1, WORKING_DAYS));
            default ->
                Vocabulary.isWeekly(word)
                        ? Vocabulary.weekday(word).map(first -> Repeat.on(1, weekdays(tokens, first)))
                        : Optional.empty();
        });
    }

    private static Optional<Found> each(Tokens tokens) {
        return tokens.attempt(() -> placed(tokens))
                .or(() -> tokens.attempt(() -> counted(tokens, interval(tokens))))
                .or(() -> tokens.attempt(() -> tokens.word()
                        .flatMap(DayPart::of)
                        .map(part -> new Found(Repeat.each("DAILY", 1), Optional.of(part)))))
                .or(() -> tokens.attempt(() -> tokens.take(Kind.ORDINAL).map(text -> {
                    ofTheMonth(tokens);
                    return Found.of(Repeat.onMonthDay(Integer.parseInt(text.replaceAll("\\D", ""))));
                })));
    }

    private static int interval(Tokens tokens) {
        return tokens.takes(Vocabulary.SECOND_ONES)
                ? 2
                : tokens.attempt(tokens::number).orElse(1);
    }

    private static Optional<Found> counted(Tokens tokens, int interval) {
        return tokens.word().flatMap(word -> {
            var frequency = Unit.of(word).flatMap(Unit::frequency);
            if (frequency.isPresent()) {
                return Optional.of(Found.of(Repeat.each(frequency.get(), interval)));
            }
            if (WORKING_DAY.contains(word)) {
                return Optional.of(Found.of(Repeat.on(interval, WORKING_DAYS)));
            }
            if (WEEKEND.contains(word)) {
                return Optional.of(Found.of(Repeat.on(interval, List.of(DayOfWeek.SATURDAY))));
            }
            return Vocabulary.weekday(word).map(first -> Found.of(Repeat.on(interval, weekdays(tokens, first))));
        });
    }

    /** The first Monday of each month; it must say "month", since the second Monday may also be every other one. */
    private static Optional<Found> placed(Tokens tokens) {
        return tokens.word()
                .flatMap(Vocabulary::place)
                .flatMap(place -> tokens.word()
                        .flatMap(Vocabulary::weekday)
                        .filter(_ -> ofTheMonth(tokens))
                        .map(day -> Found.of(Repeat.onPlace(place, day))));
    }

    private static boolean ofTheMonth(Tokens tokens) {
        return tokens.attempt(() -> {
                    tokens.takes(Set.of("of", "im", "in", "des", "jeden"));
                    tokens.takes(Set.of("the", "a", "each", "every"));
                    return tokens.takes(Set.of("month", "monat", "monats")) ? Optional.of(true) : Optional.empty();
                })
                .isPresent();
    }

    private static List<DayOfWeek> weekdays(Tokens tokens, DayOfWeek first) {
        var days = new ArrayList<>(List.of(first));
        var next = more(tokens);
        while (next.isPresent()) {
            days.add(next.get());
            next = more(tokens);
        }
        return days;
    }

    private static Optional<DayOfWeek> more(Tokens tokens) {
        return tokens.attempt(() -> {
            tokens.takes(Set.of("and", "und"));
            return tokens.word().flatMap(Vocabulary::weekday);
        });
    }
}
