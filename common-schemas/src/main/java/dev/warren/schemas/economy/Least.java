package dev.warren.schemas.economy;

/** What numbers of events must be at least. */
final class Least {
    private Least() {}

    static void check(String field, long is, long least) {
        if (is < least) {
            throw new IllegalArgumentException(field + " must be at least " + least + ": " + is);
        }
    }
}
