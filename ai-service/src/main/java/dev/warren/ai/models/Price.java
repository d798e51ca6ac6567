package dev.warren.ai.models;

/**
 * What a model costs, in millionths of a US dollar for a million tokens; so one million is a dollar for a million tokens.
 *
 * @param input for what it reads
 * @param output for what it writes
 */
public record Price(long input, long output) {
    public static final Price FREE = new Price(0, 0);

    private static final long MILLION = 1_000_000;

    public Price {
        if (input < 0 || output < 0) {
            throw new IllegalArgumentException("price must not be negative: " + input + ", " + output);
        }
    }

    /** What a call costs in millionths of a US dollar, rounded up. */
    public long of(long inputTokens, long outputTokens) {
        var whole = Math.addExact(Math.multiplyExact(input, inputTokens), Math.multiplyExact(output, outputTokens));
        return Math.ceilDiv(whole, MILLION);
    }
}
