package dev.warren.leveling.rules;

/**
 * What keeps members from earning by noise. Each is off by default, since all but the length cost a row for each message.
 *
 * @param minimumLength fewest characters after runs of one character count once, 0 to 500; 0 is off
 * @param similarTo how many of the member's last messages a message must not resemble, 0 to 10; 0 is off
 * @param charactersPerSecond the fastest that one types between two messages, 0 to 1,000; 0 is off
 */
public record Farming(int minimumLength, int similarTo, int charactersPerSecond) {
    public static final Farming OFF = new Farming(0, 0, 0);
    /** Three characters, unlike the last five messages, and no faster than the fastest typists of the world. */
    public static final Farming STRICT = new Farming(3, 5, 25);

    public static final int LONGEST_MINIMUM = 500;
    public static final int MOST_MESSAGES = 10;
    public static final int FASTEST = 1_000;
    /** Of 64 bits of two sketches, so many may differ in texts that resemble each other. */
    public static final int SIMILAR_BITS = 8;

    public Farming {
        within("minimumLength", minimumLength, LONGEST_MINIMUM);
        within("similarTo", similarTo, MOST_MESSAGES);
        within("charactersPerSecond", charactersPerSecond, FASTEST);
    }

    private static void within(String field, int value, int most) {
        if (value < 0 || value > most) {
            throw new IllegalArgumentException(field + " must be 0 to " + most + ": " + value);
        }
    }

    boolean looksBack() {
        return similarTo > 0 || charactersPerSecond > 0;
    }
}
