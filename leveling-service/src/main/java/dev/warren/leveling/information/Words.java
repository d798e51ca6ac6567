package dev.warren.leveling.information;

import dev.warren.schemas.bot.Embed.Field;
import dev.warren.schemas.ids.Snowflake;
import java.time.Instant;

/** How facts are said. */
final class Words {
    private Words() {}

    static Field field(String name, String value) {
        return new Field(name, value, true);
    }

    /** When Discord made something, in the reader's own time zone. */
    static String since(long snowflake) {
        return since(Instant.ofEpochMilli((snowflake >> 22) + Snowflake.DISCORD_EPOCH_MILLIS));
    }

    static String since(Instant moment) {
        return "<t:%1$d:D> (<t:%1$d:R>)".formatted(moment.getEpochSecond());
    }
}
