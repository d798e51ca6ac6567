package dev.warren.runtime.redis;

/** The bytes of a file lie in Redis no more: their hour is over, or Redis was emptied. */
public final class FileGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FileGone(String claim) {
        super("the bytes are gone: " + claim);
    }
}
