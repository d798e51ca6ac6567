package dev.warren.economy.ledger;

/**
 * Whole coins.
 *
 * @param amount not negative
 */
public record Coins(long amount) implements Comparable<Coins> {
    public static final Coins NONE = new Coins(0);

    public Coins {
        if (amount < 0) {
            throw new IllegalArgumentException("coins must not be negative: " + amount);
        }
    }

    public boolean isNone() {
        return amount == 0;
    }

    /** @throws ArithmeticException beyond 2^63 - 1 */
    public Coins plus(Coins more) {
        return new Coins(Math.addExact(amount, more.amount));
    }

    /** @throws IllegalArgumentException when there are fewer */
    public Coins minus(Coins fewer) {
        return new Coins(amount - fewer.amount);
    }

    public Coins half() {
        return new Coins(amount / 2);
    }

    @Override
    public int compareTo(Coins other) {
        return Long.compare(amount, other.amount);
    }
}
