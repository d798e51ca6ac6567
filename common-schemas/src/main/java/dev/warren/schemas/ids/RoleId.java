package dev.warren.schemas.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A role of a guild. */
public record RoleId(long value) implements Snowflake {
    public RoleId {
        Snowflake.check("roleId", value);
    }

    /** @throws IllegalArgumentException when the text is not a positive decimal number of 64 bits */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RoleId of(String text) {
        return new RoleId(Snowflake.parse("roleId", text));
    }

    @JsonValue
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
