package dev.warren.economy.fair;

/** Where a game's numbers come from. */
@FunctionalInterface
public interface Chance {
    /**
     * A number from 0 to below a bound, each as likely as any other.
     *
     * @param place which draw it is, from 0; the same place draws the same number
     * @param bound at least 1
     */
    long draw(int place, long bound);
}
