package dev.warren.cli.seed;

import static java.util.Objects.requireNonNull;

import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import java.util.Map;
import java.util.Optional;

/**
 * A guild with the channels in which its life takes place.
 *
 * @param channels by name
 */
record Places(GuildId guild, Map<String, Place> channels) {
    Places {
        requireNonNull(guild, "guild");
        channels = Map.copyOf(channels);
    }

    /** @param parent the category it stands in */
    record Place(ChannelId id, Optional<ChannelId> parent) {}

    Place channel(String name) {
        return Optional.ofNullable(channels.get(name))
                .orElseThrow(() ->
                        new IllegalArgumentException("channel must be one of " + channels.keySet() + ": " + name));
    }
}
