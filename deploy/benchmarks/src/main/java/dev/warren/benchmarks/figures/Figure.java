package dev.warren.benchmarks.figures;

import static java.util.Objects.requireNonNull;

/**
 * One number that was measured, beside a control that was measured in the same run: the least that the same machine needs for the same
 * work. The ratio of both says more than the number, which depends on the machine.
 *
 * @param name what it is a figure of, in lower case with dots and hyphens
 * @param value in {@code unit}, not negative
 * @param unit of the value, of the control and of the goal
 * @param control what the value is held against
 * @param goal what is to be reached
 */
public record Figure(String name, double value, String unit, Control control, Goal goal) {
    public Figure {
        if (!name.matches("[a-z0-9.-]+")) {
            throw new IllegalArgumentException("name must match [a-z0-9.-]+: " + name);
        }
        if (!Double.isFinite(value) || value < 0) {
            throw new IllegalArgumentException("value must be finite and not negative: " + value);
        }
        if (unit.isBlank()) {
            throw new IllegalArgumentException("unit must not be blank");
        }
        requireNonNull(control, "control");
        requireNonNull(goal, "goal");
    }

    /** How many times the control the value is. */
    public double ratio() {
        return value / control.value();
    }

    public boolean met() {
        return switch (goal.bound()) {
            case AT_MOST -> value <= goal.limit();
            case AT_LEAST -> value >= goal.limit();
        };
    }

    /**
     * What was measured beside it.
     *
     * @param name in words
     * @param value in the figure's unit, above 0
     */
    public record Control(String name, double value) {
        public Control {
            if (name.isBlank()) {
                throw new IllegalArgumentException("name must not be blank");
            }
            if (!Double.isFinite(value) || value <= 0) {
                throw new IllegalArgumentException("value must be finite and above 0: " + value);
            }
        }
    }

    /** What is to be reached; the limit itself is good enough. */
    public record Goal(Bound bound, double limit) {
        public Goal {
            requireNonNull(bound, "bound");
            if (!Double.isFinite(limit) || limit < 0) {
                throw new IllegalArgumentException("limit must be finite and not negative: " + limit);
            }
        }

        public static Goal atMost(double limit) {
            return new Goal(Bound.AT_MOST, limit);
        }

        public static Goal atLeast(double limit) {
            return new Goal(Bound.AT_LEAST, limit);
        }
    }

    /** On which side of the goal it is good to be. */
    public enum Bound {
        AT_MOST("at most"),
        AT_LEAST("at least");

        private final String words;

        Bound(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
