package dev.warren.schemas.discord;

/** What an option of a command takes. The last two are text at Discord; the gateway checks and converts them. */
public enum OptionType {
    STRING,
    /** A whole number within ±2^53, as at Discord. */
    INTEGER,
    NUMBER,
    BOOLEAN,
    USER,
    CHANNEL,
    ROLE,
    MENTIONABLE,
    ATTACHMENT,
    /** Such as {@code 10m} or {@code 1h30m}; the value is ISO-8601. */
    DURATION,
    /** Whole coins, also {@code 1k}, {@code all} or {@code half}; the value is decimal, or {@code all} or {@code half}. */
    AMOUNT
}
