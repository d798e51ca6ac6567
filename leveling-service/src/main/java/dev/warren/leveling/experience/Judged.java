package dev.warren.leveling.experience;

/**
 * What became of a message.
 *
 * @param rules the version by which it was judged
 */
public record Judged(Feature feature, long rules, Decision decision) {
    /** Whether it earned, and why not. */
    public sealed interface Decision {
        /** It has its minute. */
        record Earned(int xp) implements Decision {}

        /** Another message of the member has that minute. */
        record SameMinute() implements Decision {}

        /** It earns nothing, whatever its minute. */
        record Refused(Exclusion why) implements Decision {}
    }
}
