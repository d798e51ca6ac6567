package dev.warren.memory.keys;

/** What was sealed does not open: it was sealed by another key, for another row, or changed. */
public final class SealBroken extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    SealBroken(String row, Throwable cause) {
        super("what was sealed does not open: " + row, cause);
    }
}
