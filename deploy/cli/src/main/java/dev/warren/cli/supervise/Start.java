package dev.warren.cli.supervise;

/** What came of starting a process for the first time. */
sealed interface Start {
    record Ready() implements Start {}

    /**
     * @param line why, for a person
     * @param exitCode with which {@code warren} ends
     */
    record Refused(String line, int exitCode) implements Start {}
}
