package dev.warren.gateway.connection;

import static java.util.Objects.requireNonNull;

/** The user as whom the bot speaks. */
public record BotUser(Snowflake id, String name) {
    public BotUser {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
    }
}
