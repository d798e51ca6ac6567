package dev.warren.schemas.bot;

import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.event.UnknownType;
import dev.warren.schemas.event.WireType;
import dev.warren.schemas.ids.GuildId;
import java.util.Map;
import java.util.Optional;

/** A change of settings that any service's command asks for: topic {@code bot.settings.requests}. */
public sealed interface SettingsRequestEvent {
    /**
     * Set or reset some settings of a guild, all or none.
     *
     * @param changes the new values by key; an empty one resets to the default
     * @param origin who asked, and where to answer
     * @param confirmation what is said when it is done; none for the memory service's own words
     */
    @WireType("dev.warren.bot.change-settings.v1")
    record ChangeSettings(
            GuildId guild, Map<String, Optional<String>> changes, Origin origin, Optional<String> confirmation)
            implements SettingsRequestEvent {
        public ChangeSettings {
            changes = Map.copyOf(changes);
            if (changes.isEmpty()) {
                throw new IllegalArgumentException("changes must not be empty");
            }
        }
    }

    /** A type of the future. */
    record Unknown(String type) implements SettingsRequestEvent, UnknownType {}
}
