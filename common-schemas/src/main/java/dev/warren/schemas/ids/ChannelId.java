package dev.warren.schemas.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A channel, thread or direct-message channel. */
public record ChannelId(long value) implements Snowflake {
    public ChannelId {
        Snowflake.check("channelId", value);
    }

    /** @throws IllegalArgumentException when the text is not a positive decimal number of 64 bits */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ChannelId of(String text) {
        return new ChannelId(Snowflake.parse("channelId", text));
    }

    @JsonValue
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
