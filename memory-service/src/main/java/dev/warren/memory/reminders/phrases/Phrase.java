package dev.warren.memory.reminders.phrases;

import java.util.List;
import java.util.Optional;

/**
 * The parts of a time as somebody wrote it; what they mean depends on the time at which it was written.
 *
 * @param spans from now on, or after the day; in order
 */
public record Phrase(
        List<Span> spans, Optional<Day> day, Optional<Clock> clock, Optional<DayPart> part, Optional<Repeat> repeat) {
    public Phrase {
        spans = List.copyOf(spans);
    }

    /** The longest that is read as a time. */
    public static final int LONGEST = 200;

    /**
     * So much time.
     *
     * @param amount in {@code unit}s; half units are counted in the next smaller one
     */
    record Span(Unit unit, long amount) {}

    /** None when the text, as a whole, is no time. */
    public static Optional<Phrase> parse(String text) {
        return text.length() > LONGEST
                ? Optional.empty()
                : Token.of(text).flatMap(tokens -> new PhraseReader(tokens).read());
    }
}
