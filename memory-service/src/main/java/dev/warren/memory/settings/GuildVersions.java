package dev.warren.memory.settings;

import dev.warren.runtime.departures.GuildData;
import dev.warren.runtime.timers.Timers;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * A guild's settings. One empty version stays of them, which is told like any other: numbers go on from there should the guild come back,
 * and everybody who follows has the defaults again.
 */
@ApplicationScoped
class GuildVersions implements GuildData {
    private final SettingsVersions versions;
    private final Timers timers;
    private final InstantSource clock;

    GuildVersions(SettingsVersions versions, Timers timers, InstantSource clock) {
        this.versions = versions;
        this.timers = timers;
        this.clock = clock;
    }

    @Override
    public Uni<Integer> delete(Mutiny.StatelessSession tx, GuildId guild, int most) {
        return versions.newest(tx, guild).chain(newest -> {
            if (newest.isEmpty()) {
                return Uni.createFrom().item(0);
            }
            var last = newest.get();
            return isBlank(last)
                    ? versions.deleteBefore(tx, guild, last.number(), most)
                    : append(tx, blank(last)).replaceWith(1);
        });
    }

    private static boolean isBlank(SettingsVersion version) {
        return version.values().isEmpty() && version.changed().isEmpty();
    }

    private SettingsVersion blank(SettingsVersion last) {
        var now = clock.instant();
        // Nobody changed it; the guild itself stands for that.
        return new SettingsVersion(
                last.guild(),
                last.number() + 1,
                now.isBefore(last.effectiveFrom()) ? last.effectiveFrom() : now,
                new UserId(last.guild().value()),
                Map.of(),
                Map.of());
    }

    /** A timer that is due at once publishes what this transaction decides, when it is decided. */
    private Uni<Void> append(Mutiny.StatelessSession tx, SettingsVersion version) {
        Instant now = clock.instant();
        var id = EventId.of("guild-left:" + version.guild() + "/version:" + version.number());
        var cause = Event.first(id, SettingsEvents.SOURCE, now, Keys.guild(version.guild()), version);
        Uni<Void> appended = versions.append(tx, version);
        for (var told : SettingsEvents.toFollowers(cause, version)) {
            appended =
                    appended.chain(() -> timers.schedule(tx, told.event().id().value(), now, told));
        }
        return appended;
    }
}
