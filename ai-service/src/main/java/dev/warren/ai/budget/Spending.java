package dev.warren.ai.budget;

/**
 * Tokens, and money in millionths of a US dollar.
 *
 * @param tokens not negative
 * @param money not negative
 */
public record Spending(long tokens, long money) {
    public static final Spending NOTHING = new Spending(0, 0);

    public Spending {
        if (tokens < 0 || money < 0) {
            throw new IllegalArgumentException("spending must not be negative: " + tokens + ", " + money);
        }
    }
}
