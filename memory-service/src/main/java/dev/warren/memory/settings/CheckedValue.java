package dev.warren.memory.settings;

/** A value that somebody wants to set, after the check. */
sealed interface CheckedValue {
    /** It may be set, and travels like this. */
    record Fine(String canonical) implements CheckedValue {}

    /** It may not, and why: a sentence that names setting, rule and value. */
    record Wrong(String why) implements CheckedValue {}
}
