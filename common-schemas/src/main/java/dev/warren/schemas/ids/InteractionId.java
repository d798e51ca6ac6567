package dev.warren.schemas.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An interaction: a slash command, a component, a modal or an autocompletion. */
public record InteractionId(long value) implements Snowflake {
    public InteractionId {
        Snowflake.check("interactionId", value);
    }

    /** @throws IllegalArgumentException when the text is not a positive decimal number of 64 bits */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static InteractionId of(String text) {
        return new InteractionId(Snowflake.parse("interactionId", text));
    }

    @JsonValue
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
