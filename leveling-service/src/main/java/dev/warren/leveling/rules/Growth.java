package dev.warren.leveling.rules;

import java.math.BigInteger;

/**
 * A factor that grows evenly with something: 1 at 0, {@code most} from {@code reach} on. With {@code most} below 1 it falls.
 *
 * @param reach characters, seconds or levels, 1 to 1,000,000
 * @param most 0 to 10
 */
public record Growth(long reach, Ratio most) {
    public static final long LONGEST_REACH = 1_000_000;

    public Growth {
        if (reach < 1 || reach > LONGEST_REACH) {
            throw new IllegalArgumentException("reach must be 1 to 1000000: " + reach);
        }
        Multipliers.check("most", most);
    }

    /** The factor for so many characters, seconds or levels: 1 + (most - 1) · min(amount, reach) / reach, exactly. */
    public Ratio at(long amount) {
        var gone = BigInteger.valueOf(Math.clamp(amount, 0, reach));
        var left = BigInteger.valueOf(reach).subtract(gone);
        // (reach - gone + most · gone) / reach
        return new Ratio(
                left.multiply(most.denominator()).add(gone.multiply(most.numerator())),
                BigInteger.valueOf(reach).multiply(most.denominator()));
    }
}
