package dev.warren.gateway.operations;

import dev.warren.schemas.ids.GuildId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which guilds are served: all, or those alone that the settings of a staging bot name. */
@ApplicationScoped
public class ServedGuilds {
    private final Optional<Set<GuildId>> only;

    ServedGuilds(OwnerConfig config) {
        this.only = config.onlyGuilds()
                .map(ids -> ids.stream().map(GuildId::of).collect(Collectors.toUnmodifiableSet()))
                .filter(ids -> !ids.isEmpty());
    }

    /** Direct messages are always served. */
    public boolean serves(Optional<GuildId> guild) {
        return only.isEmpty() || guild.isEmpty() || only.get().contains(guild.get());
    }

    /** Those that are named; none when all are served. */
    public Optional<List<GuildId>> only() {
        return only.map(ids ->
                ids.stream().sorted(Comparator.comparingLong(GuildId::value)).toList());
    }
}
