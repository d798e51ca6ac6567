package dev.warren.ai.personas;

import dev.warren.ai.asking.Style;
import java.util.Locale;
import java.util.Optional;

/** How a member wants to be answered. */
record Manner(Creativity creativity, Mode mode) {
    static final Manner USUAL = new Manner(Creativity.BALANCED, Mode.NORMAL);

    /** How free the model is; its temperature is of LangChain4j's scale, 0 to 2. */
    public enum Creativity {
        PRECISE(0.2),
        BALANCED(0.7),
        CREATIVE(1.0),
        WILD(1.3);

        private final double temperature;

        Creativity(double temperature) {
            this.temperature = temperature;
        }

        public double temperature() {
            return temperature;
        }

        /** As members write it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Creativity> of(String id) {
            return java.util.Arrays.stream(values())
                    .filter(one -> one.id().equals(id))
                    .findFirst();
        }
    }

    /** What answers are for. */
    public enum Mode {
        NORMAL(""),
        CODE(
                "Answer as an engineer would: code first, in fenced blocks with the language named, complete enough to run, then at most "
                        + "a few sentences of why. Leave small talk and jokes out.");

        private final String instructions;

        Mode(String instructions) {
            this.instructions = instructions;
        }

        /** What is added to the persona's instructions; empty for nothing. */
        public String instructions() {
            return instructions;
        }

        /** As members write it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Mode> of(String id) {
            return java.util.Arrays.stream(values())
                    .filter(one -> one.id().equals(id))
                    .findFirst();
        }
    }

    /** For models. In code mode nothing is left to fancy, whatever else was chosen. */
    Style style() {
        return equals(USUAL)
                ? Style.USUAL
                : switch (mode) {
                    case CODE -> new Style(Optional.of(Creativity.PRECISE.temperature()), mode.instructions());
                    case NORMAL -> new Style(Optional.of(creativity.temperature()), mode.instructions());
                };
    }
}
