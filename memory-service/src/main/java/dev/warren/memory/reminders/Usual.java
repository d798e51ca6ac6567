package dev.warren.memory.reminders;

import java.util.Arrays;
import java.util.Optional;

/** Times that are usual; each is a phrase like any other. */
enum Usual {
    TEN_MINUTES("in 10 minutes", "In 10 minutes"),
    HALF_AN_HOUR("in 30 minutes", "In 30 minutes"),
    AN_HOUR("in 1 hour", "In an hour"),
    THREE_HOURS("in 3 hours", "In 3 hours"),
    EVENING("at 6 pm", "At the next 18:00"),
    TOMORROW("tomorrow at 9 am", "Tomorrow at 9:00"),
    MONDAY("next monday at 9 am", "Next Monday at 9:00"),
    A_WEEK("in 1 week", "In a week");

    private final String phrase;
    private final String label;

    Usual(String phrase, String label) {
        this.phrase = phrase;
        this.label = label;
    }

    String phrase() {
        return phrase;
    }

    String label() {
        return label;
    }

    static Optional<Usual> of(String name) {
        return Arrays.stream(values())
                .filter(usual -> usual.name().equals(name))
                .findFirst();
    }
}
