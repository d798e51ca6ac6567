package dev.warren.schemas.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A Discord user, in whichever guild. */
public record UserId(long value) implements Snowflake {
    public UserId {
        Snowflake.check("userId", value);
    }

    /** @throws IllegalArgumentException when the text is not a positive decimal number of 64 bits */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static UserId of(String text) {
        return new UserId(Snowflake.parse("userId", text));
    }

    @JsonValue
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
