package dev.warren.memory.settings;

import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One version of a guild's settings.
 *
 * @param number from 1 within the guild
 * @param effectiveFrom never before that of the version before
 * @param changed the values before the change, none where the default held
 * @param values what differs from the defaults
 */
record SettingsVersion(
        GuildId guild,
        long number,
        Instant effectiveFrom,
        UserId changedBy,
        Map<String, Optional<String>> changed,
        Map<String, String> values) {
    SettingsVersion {
        if (number < 1) {
            throw new IllegalArgumentException("number must be at least 1: " + number);
        }
        changed = Map.copyOf(changed);
        values = Map.copyOf(values);
    }

    /**
     * The version that follows when these changes are made; none when they change nothing.
     *
     * @param newest the newest version so far
     * @param changes new values by key; an empty one takes the value away
     * @param from when it is to hold; moved on to the newest version's time where it lies before that
     */
    static Optional<SettingsVersion> next(
            Optional<SettingsVersion> newest,
            GuildId guild,
            Map<String, Optional<String>> changes,
            UserId by,
            Instant from) {
        var values = new TreeMap<>(newest.map(SettingsVersion::values).orElse(Map.of()));
        var changed = new TreeMap<String, Optional<String>>();
        changes.forEach((key, value) -> {
            var before = Optional.ofNullable(values.get(key));
            if (!before.equals(value)) {
                changed.put(key, before);
                value.ifPresentOrElse(now -> values.put(key, now), () -> values.remove(key));
            }
        });
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        var earliest = newest.map(SettingsVersion::effectiveFrom).orElse(from);
        return Optional.of(new SettingsVersion(
                guild,
                newest.map(SettingsVersion::number).orElse(0L) + 1,
                from.isBefore(earliest) ? earliest : from,
                by,
                changed,
                values));
    }
}
