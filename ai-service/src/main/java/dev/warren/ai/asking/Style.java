package dev.warren.ai.asking;

import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * How somebody wants to be answered, whoever the bot is.
 *
 * @param temperature from 0 to 2; the model's own where there is none
 * @param instructions added to the persona's; empty for none
 */
public record Style(Optional<Double> temperature, String instructions) {
    public static final Style USUAL = new Style(Optional.empty(), "");

    /** Who knows how members want to be answered. */
    @FunctionalInterface
    public interface Styles {
        /** The style that a member chose; {@link Style#USUAL} where nobody chose. */
        Uni<Style> style(Optional<GuildId> guild, UserId user);
    }
}
