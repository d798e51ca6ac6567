package dev.warren.memory.reminders.phrases;

import dev.warren.memory.reminders.phrases.Token.Kind;
import java.util.Optional;
import java.util.Set;

/** Reads times of day: {@code 18:30}, {@code 6 pm}, {@code 18 Uhr 30}, {@code half past six}, {@code halb sieben}. */
final class Clocks {
    private static final Set<String> PAST = Set.of("past", "nach");
    private static final Set<String> TO = Set.of("to", "vor");
    private static final Set<String> GERMAN = Set.of("um", "gegen");

    private Clocks() {}

    /** @param bare whether a lone number is an hour even without a word before it */
    static Optional<Clock> read(Tokens tokens, boolean bare) {
        boolean german =
                tokens.peek().filter(token -> GERMAN.contains(token.text())).isPresent();
        boolean led = tokens.takes(Vocabulary.AT);
        return tokens.attempt(() -> digital(tokens, german))
                .or(() -> led ? tokens.attempt(() -> dotted(tokens)) : Optional.empty())
                .or(() -> tokens.attempt(() -> spoken(tokens)))
                .or(() -> tokens.attempt(() -> hour(tokens, german, led || bare)));
    }

    private static Optional<Clock> digital(Tokens tokens, boolean german) {
        return tokens.take(Kind.CLOCK).map(text -> {
            var parts = text.split("[:.]", 2);
            int hour = Integer.parseInt(parts[0]);
            var clock = new Clock(hour, Integer.parseInt(parts[1]), false);
            if (tokens.takes("uhr")) {
                return clock;
            }
            return half(tokens, clock, german).orElseGet(() -> onDial(clock, text));
        });
    }

    /** After a word such as "um", 18.30 is a time. */
    private static Optional<Clock> dotted(Tokens tokens) {
        return tokens.take(Kind.DECIMAL)
                .filter(text -> text.matches("\\d{1,2}\\.\\d{2}"))
                .map(text -> {
                    var parts = text.split("\\.", 2);
                    return new Clock(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), false);
                });
    }

    private static Optional<Clock> hour(Tokens tokens, boolean german, boolean bare) {
        var text = tokens.peek().map(Token::text).orElse("");
        return tokens.number().flatMap(hour -> {
            var clock = new Clock(hour, 0, false);
            if (tokens.takes("uhr")) {
                var minute = tokens.attempt(() -> tokens.take(Kind.NUMBER).map(Integer::parseInt));
                return Optional.of(new Clock(hour, minute.orElse(0), false));
            }
            if (tokens.takes("o'clock")) {
                return Optional.of(onDial(clock, text));
            }
            return half(tokens, clock, german)
                    .or(() -> bare && !unitFollows(tokens) ? Optional.of(onDial(clock, text)) : Optional.empty());
        });
    }

    /** A number before a unit or a month is none of an hour. */
    private static boolean unitFollows(Tokens tokens) {
        return tokens.peek()
                .filter(next -> Unit.of(next.text()).isPresent()
                        || Vocabulary.month(next.text()).isPresent())
                .isPresent();
    }

    private static Optional<Clock> half(Tokens tokens, Clock clock, boolean german) {
        if (tokens.takes("pm")) {
            return Optional.of(clock.half(true));
        }
        // after "um" the word is a German "on the"
        return !german && tokens.takes("am") ? Optional.of(clock.half(false)) : Optional.empty();
    }

    /** Whoever writes 06 means the morning. */
    private static Clock onDial(Clock clock, String written) {
        boolean dial = clock.hour() >= 1 && clock.hour() <= 12 && !written.startsWith("0");
        return new Clock(clock.hour(), clock.minute(), dial);
    }

    private static Optional<Clock> spoken(Tokens tokens) {
        if (tokens.takes("halb")) {
            return tokens.number().map(hour -> earlier(hour, 30));
        }
        if (tokens.takes("dreiviertel")) {
            return tokens.number().map(hour -> earlier(hour, 15));
        }
        tokens.takes("a");
        var minutes = tokens.takes("half")
                ? Optional.of(30)
                : tokens.takes(Set.of("quarter", "viertel")) ? Optional.of(15) : tokens.number();
        if (minutes.isEmpty() || minutes.get() > 59) {
            return Optional.empty();
        }
        if (tokens.takes(PAST)) {
            return tokens.number().map(hour -> new Clock(hour, minutes.get(), hour <= 12));
        }
        return tokens.takes(TO) ? tokens.number().map(hour -> earlier(hour, minutes.get())) : Optional.empty();
    }

    private static Clock earlier(int hour, int minutes) {
        if (hour < 1 || hour > 24) {
            return new Clock(99, 0, false);
        }
        int before = hour == 1 ? 12 : hour - 1;
        return new Clock(before, 60 - minutes, before <= 12);
    }
}
