package dev.warren.gateway.connection;

/** An id as Discord gives it, of a guild, an application or a user, before a caller gives it the type of its own vocabulary. */
public record Snowflake(long value) {
    /**
     * Reads the decimal form that Discord sends.
     *
     * @throws IllegalArgumentException when the text is no unsigned 64-bit number
     */
    public static Snowflake of(String text) {
        try {
            return new Snowflake(Long.parseUnsignedLong(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("snowflake must be an unsigned number: " + text, e);
        }
    }

    /** The decimal form, as Discord writes it. */
    @Override
    public String toString() {
        return Long.toUnsignedString(value);
    }
}
