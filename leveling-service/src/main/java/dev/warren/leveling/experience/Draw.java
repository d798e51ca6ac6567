package dev.warren.leveling.experience;

/**
 * Draws the XP of a minute from guild, member and minute, so that every order, copy and replay draws the same.
 *
 * <p>The hash is {@code h = mix(mix(mix(guild + g) + member + g) + minute + g)} on 64-bit integers, with g = 0x9E3779B97F4A7C15 and
 * {@code mix} being David Stafford's variant 13 of the MurmurHash3 finalizer, as in SplitMix64 (Steele, Lea and Flood, "Fast splittable
 * pseudorandom number generators", 2014). The number is {@code minimum + floor(h · n / 2^64)} with h unsigned and n numbers in the range:
 * each number is as likely as any other to within n/2^64. It is not a secret: who knows the ids can compute it.
 */
final class Draw {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private Draw() {}

    /** A number between the two, both inclusive. */
    static int between(int minimum, int maximum, MinuteAward.Key key) {
        long hash = mix(key.guild().value() + GAMMA);
        hash = mix(hash + key.member().value() + GAMMA);
        hash = mix(hash + key.minute().sinceEpoch() + GAMMA);
        return minimum + (int) Math.unsignedMultiplyHigh(hash, maximum - minimum + 1L);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
