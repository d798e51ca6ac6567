package dev.warren.leveling.rules;

import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.RoleId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Factors of the guild, of roles and of channels: the highest of the member's roles × that of the place × the guild's. Each is 0 to 10.
 *
 * @param channels also threads and categories; the nearest place that has one counts
 */
public record Multipliers(Ratio guild, Map<RoleId, Ratio> roles, Map<ChannelId, Ratio> channels) {
    private static final Ratio HIGHEST = Ratio.of(10, 1);

    public static final Multipliers NONE = new Multipliers(Ratio.ONE, Map.of(), Map.of());
    /** More than enough for a server; together they fit into a setting. */
    public static final int MOST_TARGETS = 250;

    public Multipliers {
        check("guild", guild);
        roles.values().forEach(factor -> check("role", factor));
        channels.values().forEach(factor -> check("channel", factor));
        bounded("roles", roles.size());
        bounded("channels", channels.size());
        roles = Map.copyOf(roles);
        channels = Map.copyOf(channels);
    }

    static void check(String field, Ratio factor) {
        if (factor.isMoreThan(HIGHEST)) {
            throw new IllegalArgumentException(field + " must be 0 to 10: " + factor);
        }
    }

    static void bounded(String field, int size) {
        if (size > MOST_TARGETS) {
            throw new IllegalArgumentException(field + " must be at most " + MOST_TARGETS + ": " + size);
        }
    }

    /** @param places the channel or thread, then what it stands in, from inside out */
    public Ratio of(Collection<RoleId> held, List<ChannelId> places) {
        var role = held.stream()
                .flatMap(one -> Optional.ofNullable(roles.get(one)).stream())
                .reduce(Ratio::or)
                .orElse(Ratio.ONE);
        return role.times(of(places));
    }

    /** Of a place alone, where no roles are known. */
    public Ratio of(List<ChannelId> places) {
        var channel = places.stream()
                .flatMap(one -> Optional.ofNullable(channels.get(one)).stream())
                .findFirst()
                .orElse(Ratio.ONE);
        return channel.times(guild);
    }
}
