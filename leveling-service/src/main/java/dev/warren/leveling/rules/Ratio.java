package dev.warren.leveling.rules;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.regex.Pattern;

/**
 * An exact, positive fraction or zero, in lowest terms. XP is multiplied by it without rounding in between; {@link #applied} rounds once, down.
 *
 * @param denominator more than 0
 */
public record Ratio(BigInteger numerator, BigInteger denominator) {
    public static final Ratio ONE = of(1, 1);

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,6}([.][0-9]{1,4})?");

    public Ratio {
        if (numerator.signum() < 0) {
            throw new IllegalArgumentException("ratio must not be negative: " + numerator + "/" + denominator);
        }
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException("denominator must be more than 0: " + denominator);
        }
        var common = numerator.gcd(denominator);
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
    }

    public static Ratio of(long numerator, long denominator) {
        return new Ratio(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /**
     * A decimal with at most 4 places, such as {@code 1.25}.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Ratio of(String decimal) {
        if (!DECIMAL.matcher(decimal).matches()) {
            throw new IllegalArgumentException("ratio must be a decimal number with at most 4 places: " + decimal);
        }
        var value = new BigDecimal(decimal);
        return new Ratio(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    public Ratio times(Ratio other) {
        return new Ratio(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** This part of an amount, rounded down, and at most {@code most}. */
    public int applied(int amount, int most) {
        return numerator
                .multiply(BigInteger.valueOf(amount))
                .divide(denominator)
                .min(BigInteger.valueOf(most))
                .intValueExact();
    }

    public boolean isMoreThan(Ratio other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator)) > 0;
    }

    /** The larger of the two. */
    public Ratio or(Ratio other) {
        return other.isMoreThan(this) ? other : this;
    }

    /** As a decimal; what is set by hand always is one. */
    @Override
    public String toString() {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), MathContext.DECIMAL64)
                .stripTrailingZeros()
                .toPlainString();
    }
}
