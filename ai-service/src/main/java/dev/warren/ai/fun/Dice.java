package dev.warren.ai.fun;

import dev.warren.ai.draws.Draw;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Dice as players write them: {@code 2d6+3}, {@code d20}, {@code 4d6kh3} (keep the three highest), {@code 2d20kl1}, {@code d%}.
 *
 * @param terms 1 to {@value #MOST_TERMS}
 */
record Dice(List<Term> terms) {
    static final int MOST_TERMS = 10;
    static final int MOST_DICE = 100;
    static final int MOST_SIDES = 1000;
    static final int MOST_NUMBER = 1_000_000;
    static final String HOW =
            "such as `2d6+3`, `d20`, `4d6kh3` or `d%`: at most 100 dice of 2 to 1,000 sides, and 10 terms";

    private static final Pattern TERM = Pattern.compile(
            "(?<sign>[+-])(?:(?<count>\\d{0,3})d(?<sides>\\d{1,4}|%)(?:k(?<which>[hl]?)(?<kept>\\d{1,3}))?|(?<number>\\d{1,7}))");

    /** A part of the sum. */
    sealed interface Term {
        boolean minus();
    }

    /** Dice of one kind. */
    record Throw(boolean minus, int count, int sides, Optional<Keep> keep) implements Term {}

    /** A number. */
    record Constant(boolean minus, int number) implements Term {}

    /** Only these count. */
    record Keep(boolean highest, int count) {}

    Dice {
        terms = List.copyOf(terms);
        if (terms.isEmpty() || terms.size() > MOST_TERMS) {
            throw new IllegalArgumentException("terms must be 1 to " + MOST_TERMS + ": " + terms.size());
        }
    }

    /** None for what is no dice, or too much of them. */
    static Optional<Dice> read(String written) {
        var text = written.replaceAll("\\s", "").toLowerCase(java.util.Locale.ROOT);
        var signed = text.startsWith("+") || text.startsWith("-") ? text : "+" + text;
        var found = TERM.matcher(signed);
        var terms = new ArrayList<Term>();
        int at = 0;
        while (at < signed.length()) {
            if (!found.find(at) || found.start() != at || terms.size() == MOST_TERMS) {
                return Optional.empty();
            }
            at = found.end();
            boolean minus = found.group("sign").equals("-");
            var number = found.group("number");
            if (number != null) {
                terms.add(new Constant(minus, Integer.parseInt(number)));
                continue;
            }
            var dice = dice(
                    minus,
                    found.group("count"),
                    found.group("sides"),
                    Optional.ofNullable(found.group("kept")),
                    "l".equals(found.group("which")));
            if (dice.isEmpty()) {
                return Optional.empty();
            }
            terms.add(dice.get());
        }
        int thrown = terms.stream()
                .mapToInt(term -> term instanceof Throw dice ? dice.count() : 0)
                .sum();
        boolean small = terms.stream().noneMatch(term -> term instanceof Constant(var _, int n) && n > MOST_NUMBER);
        return terms.isEmpty() || thrown > MOST_DICE || !small ? Optional.empty() : Optional.of(new Dice(terms));
    }

    private static Optional<Throw> dice(
            boolean minus, String count, String sides, Optional<String> kept, boolean lowest) {
        int dice = count.isEmpty() ? 1 : Integer.parseInt(count);
        int faces = sides.equals("%") ? 100 : Integer.parseInt(sides);
        var keep = kept.map(number -> new Keep(!lowest, Integer.parseInt(number)));
        boolean fine = dice >= 1
                && faces >= 2
                && faces <= MOST_SIDES
                && keep.stream().allMatch(some -> some.count() >= 1 && some.count() <= dice);
        return fine ? Optional.of(new Throw(minus, dice, faces, keep)) : Optional.empty();
    }

    /** The sum, and how it came about. */
    record Rolled(long total, String shown) {}

    Rolled roll(Draw draw) {
        long total = 0;
        var shown = new StringBuilder();
        for (var term : terms) {
            var sign = term.minus() ? " - " : shown.isEmpty() ? "" : " + ";
            switch (term) {
                case Constant(boolean minus, int number) -> {
                    total += minus ? -number : number;
                    shown.append(sign).append(number);
                }
                case Throw dice -> {
                    var faces = IntStream.range(0, dice.count())
                            .map(_ -> draw.below(dice.sides()) + 1)
                            .boxed()
                            .toList();
                    var counted = kept(faces, dice.keep());
                    long sum = counted.stream().mapToLong(Integer::longValue).sum();
                    total += dice.minus() ? -sum : sum;
                    shown.append(sign).append(faces(faces, counted));
                }
            }
        }
        return new Rolled(total, shown.toString().strip());
    }

    private static List<Integer> kept(List<Integer> faces, Optional<Keep> keep) {
        return keep.map(some -> faces.stream()
                        .sorted(some.highest() ? Comparator.<Integer>reverseOrder() : Comparator.naturalOrder())
                        .limit(some.count())
                        .toList())
                .orElse(faces);
    }

    /** What does not count is struck out. */
    private static String faces(List<Integer> faces, List<Integer> counted) {
        var left = new ArrayList<>(counted);
        var shown = faces.stream()
                .map(face -> left.remove(face) ? String.valueOf(face) : "~~" + face + "~~")
                .toList();
        return "[" + String.join(", ", shown) + "]";
    }
}
