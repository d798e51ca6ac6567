package dev.warren.gateway.sessions;

import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who sits in a voice channel, as far as the gateway heard. Discord tells who sits there when a guild becomes known, but not who left
 * meanwhile. Safe for all threads.
 */
@Singleton
public class Seats {
    private final Map<GuildId, Map<UserId, Boolean>> taken = new HashMap<>();
    private final Map<Seat, Optional<Boolean>> changed = new LinkedHashMap<>();

    /** A member's, whatever the channel. */
    record Seat(GuildId guild, UserId member) {}

    /**
     * Somebody who sits there.
     *
     * @param bot whether it is a bot
     */
    public record Sitting(UserId member, boolean bot) {}

    /** What was remembered; what was heard in this process is newer. */
    synchronized void remember(GuildId guild, UserId member, boolean bot) {
        if (!changed.containsKey(new Seat(guild, member))) {
            taken.computeIfAbsent(guild, _ -> new HashMap<>()).put(member, bot);
        }
    }

    /** The member is in a voice channel. */
    public synchronized void sits(GuildId guild, UserId member, boolean bot) {
        var before = taken.computeIfAbsent(guild, _ -> new HashMap<>()).put(member, bot);
        if (before == null || before != bot) {
            changed.put(new Seat(guild, member), Optional.of(bot));
        }
    }

    /** The member is in none. */
    public synchronized void rose(GuildId guild, UserId member) {
        var seats = taken.get(guild);
        if (seats != null && seats.remove(member) != null) {
            changed.put(new Seat(guild, member), Optional.empty());
            if (seats.isEmpty()) {
                taken.remove(guild);
            }
        }
    }

    /** Who sat there, but for these. */
    public synchronized List<Sitting> others(GuildId guild, Set<UserId> sitting) {
        return taken.getOrDefault(guild, Map.of()).entrySet().stream()
                .filter(seat -> !sitting.contains(seat.getKey()))
                .map(seat -> new Sitting(seat.getKey(), seat.getValue()))
                .toList();
    }

    /** The bot is no longer in the guild. */
    public synchronized void left(GuildId guild) {
        others(guild, Set.of()).forEach(seat -> rose(guild, seat.member()));
    }

    /** What changed since it was last asked: seats taken with whether by a bot, and seats that are free. */
    synchronized Map<Seat, Optional<Boolean>> changes() {
        var changes = Map.copyOf(changed);
        changed.clear();
        return changes;
    }

    /** They could not be written, and are to be written with the next. */
    synchronized void notWritten(Map<Seat, Optional<Boolean>> changes) {
        changes.forEach(changed::putIfAbsent);
    }

    static Collection<Seat> free(Map<Seat, Optional<Boolean>> changes) {
        return changes.entrySet().stream()
                .filter(change -> change.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }
}
