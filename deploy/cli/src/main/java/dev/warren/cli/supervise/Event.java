package dev.warren.cli.supervise;

/**
 * One thing that the supervisor has to tell whoever follows it.
 *
 * @param kind what it means for the follower
 * @param subject the process it is about; empty when it is about the whole
 * @param text for a person
 * @param millis since the start of the stack
 * @param exitCode for {@link Kind#FAILED}, with which the follower ends
 */
public record Event(Kind kind, String subject, String text, long millis, int exitCode) {
    /** What an event means. */
    public enum Kind {
        /** A process answers, or a step of the start is done. */
        STEP,
        /** Something a person should know; the stack goes on. */
        NOTE,
        /** The stack is up. */
        READY,
        /** The stack cannot be up; it is being stopped. */
        FAILED,
        /** A process was stopped in order. */
        STOPPED
    }
}
