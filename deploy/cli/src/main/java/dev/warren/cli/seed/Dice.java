package dev.warren.cli.seed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** Chance that falls the same way for the same key, whenever and wherever it is thrown. */
final class Dice {
    private static final long FNV_OFFSET = 0xCBF2_9CE4_8422_2325L;
    private static final long FNV_PRIME = 0x100_0000_01B3L;

    private final SplittableRandom random;

    private Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Dice that belong to these words alone. */
    static Dice of(Object... key) {
        return new Dice(hash(key));
    }

    /** A number that belongs to these words alone: FNV-1a of 64 bits, mixed by the finalizer of MurmurHash3. */
    static long hash(Object... key) {
        long hash = FNV_OFFSET;
        for (var part : key) {
            for (byte each : (part + "\n").getBytes(StandardCharsets.UTF_8)) {
                hash = (hash ^ each & 0xFF) * FNV_PRIME;
            }
        }
        hash = (hash ^ hash >>> 33) * 0xFF51_AFD7_ED55_8CCDL;
        hash = (hash ^ hash >>> 33) * 0xC4CE_B9FE_1A85_EC53L;
        return hash ^ hash >>> 33;
    }

    /** From 0 up to, but not including, the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** From the one to the other, both included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A waiting time of that mean, as between things that happen independently, at most five times the mean. */
    double waiting(double mean) {
        return Math.min(-mean * Math.log1p(-random.nextDouble()), 5 * mean);
    }

    <T> T one(List<T> of) {
        return of.get(below(of.size()));
    }

    /** An index, each as likely as its weight says; the weights are not negative, and one of them is positive. */
    int weighted(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = random.nextDouble() * sum;
        int last = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                last = i;
                left -= weights[i];
                if (left < 0) {
                    return i;
                }
            }
        }
        return last;
    }
}
