package dev.warren.leveling.rules;

import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.RoleId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Who and where earns nothing.
 *
 * @param channels also threads, and categories with all that stands in them
 */
public record Exclusions(Set<RoleId> roles, Set<ChannelId> channels) {
    public static final Exclusions NONE = new Exclusions(Set.of(), Set.of());

    public Exclusions {
        Multipliers.bounded("roles", roles.size());
        Multipliers.bounded("channels", channels.size());
        roles = Set.copyOf(roles);
        channels = Set.copyOf(channels);
    }

    public boolean holdsRole(Collection<RoleId> held) {
        return !Collections.disjoint(roles, held);
    }

    /** @param places the channel or thread, then what it stands in, from inside out */
    public boolean holdsPlace(List<ChannelId> places) {
        return !Collections.disjoint(channels, places);
    }
}
