package dev.warren.memory.keys;

/** The master key is lost or wrong. The message says which, and what it should be, in one line. */
final class UnusableMasterKey extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableMasterKey(String message) {
        super(message);
    }
}
