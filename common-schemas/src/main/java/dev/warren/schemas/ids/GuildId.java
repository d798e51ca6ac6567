package dev.warren.schemas.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A guild (a Discord server). */
public record GuildId(long value) implements Snowflake {
    public GuildId {
        Snowflake.check("guildId", value);
    }

    /** @throws IllegalArgumentException when the text is not a positive decimal number of 64 bits */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static GuildId of(String text) {
        return new GuildId(Snowflake.parse("guildId", text));
    }

    @JsonValue
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
