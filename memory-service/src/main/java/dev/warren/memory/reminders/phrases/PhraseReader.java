package dev.warren.memory.reminders.phrases;

import static dev.warren.memory.reminders.phrases.Vocabulary.AT;
import static dev.warren.memory.reminders.phrases.Vocabulary.FILLERS;

import dev.warren.memory.reminders.phrases.Token.Kind;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a phrase part by part, in whatever order they stand. Each part may stand once. */
final class PhraseReader {
    private static final Set<String> TO_THE_DAY = Set.of("am", "in", "zum", "at", "um", "on");
    private static final Set<String> WEEKEND = Set.of("weekend", "wochenende");

    private final Tokens tokens;
    private final List<Phrase.Span> spans = new ArrayList<>();
    private Optional<Day> day = Optional.empty();
    private Optional<Clock> clock = Optional.empty();
    private Optional<DayPart> part = Optional.empty();
    private Optional<Repeat> repeat = Optional.empty();
    private boolean nextWeek;

    PhraseReader(List<Token> tokens) {
        this.tokens = new Tokens(tokens);
    }

    Optional<Phrase> read() {
        while (tokens.left()) {
            if (!step()) {
                return Optional.empty();
            }
        }
        if (nextWeek) {
            day = Optional.of(day.<Day>map(
                            it -> it instanceof Day.OnWeekday on ? new Day.OnWeekday(on.weekday(), 1, true) : it)
                    .orElse(new Day.Later(Unit.WEEK)));
        }
        boolean said =
                !spans.isEmpty() || day.isPresent() || clock.isPresent() || part.isPresent() || repeat.isPresent();
        return said ? Optional.of(new Phrase(spans, day, clock, part, repeat)) : Optional.empty();
    }

    private boolean step() {
        return repeat.isEmpty() && tokens.trying(() -> Repeats.read(tokens).map(this::repeated))
                || clock.isEmpty()
                        && tokens.trying(
                                () -> Clocks.read(tokens, part.isPresent()).map(this::clocked))
                || tokens.trying(() -> Spans.read(tokens).map(spans::addAll))
                || day.isEmpty() && tokens.trying(() -> Dates.read(tokens).map(this::dayed))
                || tokens.trying(this::dayWord)
                || tokens.trying(this::partOfDay)
                || tokens.trying(this::leadingWord)
                || tokens.takes(FILLERS);
    }

    private boolean repeated(Repeats.Found found) {
        repeat = Optional.of(found.repeat());
        part = found.part().or(() -> part);
        return true;
    }

    private boolean clocked(Clock read) {
        clock = Optional.of(read);
        return true;
    }

    private boolean dayed(Day read) {
        day = Optional.of(read);
        return true;
    }

    /** In, at or on, before what it may stand before. */
    private Optional<Boolean> leadingWord() {
        if (!tokens.takes(TO_THE_DAY)) {
            return Optional.empty();
        }
        tokens.takes(FILLERS);
        return tokens.peek()
                .filter(next -> next.kind() != Kind.NUMBER && next.kind() != Kind.DECIMAL && next.kind() != Kind.CLOCK)
                .filter(next -> !AT.contains(next.text()))
                .map(_ -> true);
    }

    private Optional<Boolean> partOfDay() {
        if (part.isPresent()) {
            return Optional.empty();
        }
        boolean inThe = tokens.takes(Set.of("in", "am", "at", "um", "zu", "zum", "gegen"));
        tokens.takes(Set.of("the", "this"));
        var word = tokens.word();
        if (word.filter("morgen"::equals).isPresent() && (inThe || day.isPresent())) {
            part = Optional.of(DayPart.MORNING);
        } else {
            part = word.flatMap(DayPart::of);
        }
        return part.map(_ -> true);
    }

    private Optional<Boolean> dayWord() {
        boolean next = tokens.takes(Vocabulary.NEXT);
        if (!next) {
            tokens.takes(Vocabulary.THIS);
        }
        var word = tokens.word();
        if (word.isEmpty()) {
            return Optional.empty();
        }
        var unit = Unit.of(word.get()).filter(it -> next && !it.isExact());
        if (unit.filter(it -> it == Unit.WEEK).isPresent() && !nextWeek) {
            nextWeek = true;
            return Optional.of(true);
        }
        if (day.isPresent()) {
            return Optional.empty();
        }
        day = unit.<Day>map(Day.Later::new).or(() -> byName(word.get(), next));
        return day.map(_ -> true);
    }

    private Optional<Day> byName(String word, boolean next) {
        return switch (word) {
            case "today", "heute" -> in(0);
            case "tonight" -> {
                part = Optional.of(DayPart.NIGHT);
                yield in(0);
            }
            case "tomorrow" -> in(1);
            case "morgen" -> in(1);
            case "übermorgen", "uebermorgen" -> in(2);
            case "yesterday", "gestern" -> in(-1);
            case "vorgestern" -> in(-2);
            case "day" -> tokens.takes("after") && tokens.takes("tomorrow") ? in(2) : Optional.empty();
            default ->
                WEEKEND.contains(word)
                        ? Optional.of(new Day.OnWeekday(DayOfWeek.SATURDAY, 0, next))
                        : Vocabulary.weekday(word).map(weekday -> new Day.OnWeekday(weekday, 0, next));
        };
    }

    private static Optional<Day> in(int days) {
        return Optional.of(new Day.InDays(days));
    }
}
