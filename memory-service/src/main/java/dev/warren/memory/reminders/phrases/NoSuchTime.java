package dev.warren.memory.reminders.phrases;

import dev.warren.memory.reminders.phrases.When.Never;

/** A date or time that cannot be, found on the way; it never leaves the package. */
final class NoSuchTime extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String why;

    NoSuchTime(String reason, String why) {
        super(reason, null, false, false);
        this.reason = reason;
        this.why = why;
    }

    Never never() {
        return new Never(reason, why);
    }
}
