package dev.warren.memory.reminders.phrases;

import dev.warren.memory.reminders.phrases.Phrase.Span;
import dev.warren.memory.reminders.phrases.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads spans of time: {@code in 2 hours and 10 minutes}, {@code 1h30m}, {@code in einer halben Stunde}, {@code vor 2 Tagen}. */
final class Spans {
    private static final Set<String> BEFORE = Set.of("in", "nach", "after", "within");
    private static final Set<String> HALF = Set.of("half", "halbe", "halben", "halbes");
    private static final long MINUTES_OF_AN_HOUR = 60;

    private Spans() {}

    static Optional<List<Span>> read(Tokens tokens) {
        boolean past = tokens.takes("vor");
        if (!past) {
            tokens.takes(BEFORE);
        }
        var spans = new ArrayList<Span>();
        var next = tokens.attempt(() -> one(tokens));
        while (next.isPresent()) {
            spans.add(next.get());
            next = tokens.attempt(() -> {
                tokens.takes(Set.of("and", "und"));
                return one(tokens);
            });
        }
        if (spans.isEmpty()) {
            return Optional.empty();
        }
        if (tokens.takes("from")) {
            tokens.takes(Set.of("now", "today"));
        }
        boolean ago = tokens.takes("ago") || past;
        return Optional.of(spans.stream()
                .map(span -> ago ? new Span(span.unit(), -span.amount()) : span)
                .toList());
    }

    private static Optional<Span> one(Tokens tokens) {
        return tokens.attempt(() -> halfOne(tokens))
                .or(() -> tokens.attempt(() -> compound(tokens)))
                .or(() -> tokens.attempt(() -> decimal(tokens)))
                .or(() -> tokens.attempt(() -> counted(tokens)));
    }

    private static Optional<Span> counted(Tokens tokens) {
        int number = tokens.number().orElse(0);
        if (number == 0) {
            return Optional.empty();
        }
        if (tokens.takes("and") && tokens.takes("a") && tokens.takes("half")) {
            return tokens.word().flatMap(Unit::of).flatMap(unit -> halves(unit, 2L * number + 1));
        }
        return tokens.word().flatMap(Unit::of).map(unit -> new Span(unit, number));
    }

    /** Half an hour, a half hour, einer halben Stunde, anderthalb Stunden. */
    private static Optional<Span> halfOne(Tokens tokens) {
        if (tokens.takes(Set.of("anderthalb", "eineinhalb"))) {
            return tokens.word().flatMap(Unit::of).flatMap(unit -> halves(unit, 3));
        }
        tokens.takes(Set.of("a", "ein", "eine", "einer", "einem", "einen"));
        if (!tokens.takes(HALF)) {
            return Optional.empty();
        }
        tokens.takes(Set.of("an", "a"));
        return tokens.word().flatMap(Unit::of).flatMap(unit -> halves(unit, 1));
    }

    private static Optional<Span> compound(Tokens tokens) {
        tokens.takes(Set.of("a", "an", "ein", "eine", "einer"));
        return tokens.word().flatMap(word -> switch (word) {
            case "viertelstunde" -> Optional.of(new Span(Unit.MINUTE, 15));
            case "dreiviertelstunde" -> Optional.of(new Span(Unit.MINUTE, 45));
            case "quarter" ->
                tokens.takes("of") && tokens.takes(Set.of("an", "a")) && tokens.takes("hour")
                        ? Optional.of(new Span(Unit.MINUTE, 15))
                        : Optional.empty();
            default -> Optional.empty();
        });
    }

    private static Optional<Span> decimal(Tokens tokens) {
        var hundredths = tokens.take(Kind.DECIMAL)
                .map(text ->
                        new BigDecimal(text.replace(',', '.')).movePointRight(2).longValueExact());
        return hundredths.isEmpty()
                ? Optional.empty()
                : tokens.word()
                        .flatMap(Unit::of)
                        .filter(unit -> unit == Unit.HOUR)
                        .map(_ -> new Span(Unit.MINUTE, hundredths.get() * MINUTES_OF_AN_HOUR / 100));
    }

    private static Optional<Span> halves(Unit unit, long halves) {
        return switch (unit) {
            case MINUTE -> Optional.of(new Span(Unit.SECOND, halves * 30));
            case HOUR -> Optional.of(new Span(Unit.MINUTE, halves * 30));
            case DAY -> Optional.of(new Span(Unit.HOUR, halves * 12));
            case YEAR -> Optional.of(new Span(Unit.MONTH, halves * 6));
            case SECOND, WEEK, MONTH -> Optional.empty();
        };
    }
}
