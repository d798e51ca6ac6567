package dev.warren.schemas.economy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An account of the ledger: a random number, so that nothing in it tells whose it is.
 *
 * @param value positive
 */
public record AccountId(long value) implements Comparable<AccountId> {
    public AccountId {
        if (value <= 0) {
            throw new IllegalArgumentException("accountId must be positive: " + value);
        }
    }

    /** @throws IllegalArgumentException when the text is not a positive decimal number of 63 bits */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AccountId of(String text) {
        return new AccountId(Long.parseLong(text));
    }

    @Override
    public int compareTo(AccountId other) {
        return Long.compare(value, other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
