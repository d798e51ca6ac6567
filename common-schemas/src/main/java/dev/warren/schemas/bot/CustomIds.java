package dev.warren.schemas.bot;

/** What components and modals share: an id by which their use finds back. */
final class CustomIds {
    private CustomIds() {}

    /** Refuses what Discord would refuse. */
    static void check(String customId) {
        if (customId.isBlank() || customId.length() > 100) {
            throw new IllegalArgumentException("customId must have 1 to 100 characters: " + customId);
        }
    }
}
