package dev.warren.cli.settings;

/** What came of reading the settings. */
public sealed interface Resolution {
    record Valid(Settings settings) implements Resolution {}

    /** @param line setting, value and what is allowed, in one line for the person who set it */
    record Invalid(String line) implements Resolution {}
}
