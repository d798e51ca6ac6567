package dev.warren.schemas.bot;

import dev.warren.schemas.event.UnknownType;
import dev.warren.schemas.event.WireType;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Settings of guilds: topic {@code bot.settings.history} keeps every version, {@code bot.settings} the newest. */
public sealed interface SettingsEvent {
    /**
     * A version of a guild's settings.
     *
     * @param version counts from 1 within the guild
     * @param effectiveFrom from when it holds; by default 5 s after the change, so that every service has it by then
     * @param changedBy who changed it
     * @param changed what this version changed: the values before, none where the default held
     * @param values all values that differ from their defaults, by key
     */
    @WireType("dev.warren.bot.settings-changed.v1")
    record SettingsChanged(
            GuildId guild,
            long version,
            Instant effectiveFrom,
            UserId changedBy,
            Map<String, Optional<String>> changed,
            Map<String, String> values)
            implements SettingsEvent {
        public SettingsChanged {
            if (version < 1) {
                throw new IllegalArgumentException("version must be at least 1: " + version);
            }
            changed = Map.copyOf(changed);
            values = Map.copyOf(values);
        }
    }

    /** A type of the future. */
    record Unknown(String type) implements SettingsEvent, UnknownType {}
}
