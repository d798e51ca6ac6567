package dev.warren.memory.community.suggestions;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of a suggestion so far. */
enum Standing {
    OPEN("Open", true),
    PLANNED("Planned", true),
    ACCEPTED("Accepted", false),
    REJECTED("Rejected", false),
    DONE("Done", false);

    private final String label;
    private final boolean votable;

    Standing(String label, boolean votable) {
        this.label = label;
        this.votable = votable;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return label;
    }

    /** Whether members may still vote. */
    boolean votable() {
        return votable;
    }

    static Optional<Standing> of(String id) {
        return Arrays.stream(values()).filter(it -> it.id().equals(id)).findFirst();
    }

    static String[] ids() {
        return Arrays.stream(values()).map(Standing::id).toArray(String[]::new);
    }
}
