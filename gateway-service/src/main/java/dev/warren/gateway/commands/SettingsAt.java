package dev.warren.gateway.commands;

import dev.warren.runtime.settings.GuildSettings;
import dev.warren.schemas.ids.GuildId;
import java.time.Instant;
import java.util.Optional;

/** What a guild had set at a time. */
@FunctionalInterface
interface SettingsAt {
    /** The defaults in direct messages. */
    GuildSettings at(Optional<GuildId> guild, Instant time);
}
