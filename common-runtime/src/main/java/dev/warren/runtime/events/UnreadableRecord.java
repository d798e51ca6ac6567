package dev.warren.runtime.events;

/** A record that is none of Warren's, or malformed. It goes to the dead letters at once: trying again cannot help. */
public final class UnreadableRecord extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableRecord(String message) {
        super(message);
    }

    public UnreadableRecord(String message, Throwable cause) {
        super(message, cause);
    }
}
