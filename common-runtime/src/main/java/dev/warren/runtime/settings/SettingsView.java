package dev.warren.runtime.settings;

import dev.warren.runtime.events.FollowedTopic;
import dev.warren.runtime.events.Received;
import dev.warren.schemas.bot.SettingDescription;
import dev.warren.schemas.bot.SettingsEvent;
import dev.warren.schemas.bot.SettingsEvent.SettingsChanged;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The settings of all guilds, followed from {@code bot.settings}; a version holds from its time on, for every service alike. */
@ApplicationScoped
public class SettingsView implements FollowedTopic<SettingsEvent> {
    /** Versions kept of one guild: the one that holds, and those that are about to. */
    private static final int KEPT = 8;

    private final Map<GuildId, List<SettingsChanged>> guilds = new ConcurrentHashMap<>();
    private final Map<String, String> fallbacks;

    @Inject
    SettingsView(@Any Instance<OfferedSettings> offered) {
        this(offered.stream().toList());
    }

    /** For tests without a container. */
    SettingsView(List<OfferedSettings> offered) {
        this.fallbacks = new HashMap<>(GeneralSettings.FALLBACKS);
        offered.stream()
                .flatMap(settings -> settings.settings().stream())
                .forEach((SettingDescription setting) -> fallbacks.put(setting.key(), setting.fallback()));
    }

    /** What held in a guild at a time; the defaults in direct messages. */
    public GuildSettings at(Optional<GuildId> guild, Instant time) {
        var versions = guild.map(id -> guilds.getOrDefault(id, List.of())).orElse(List.of());
        return versions.reversed().stream()
                .filter(version -> !version.effectiveFrom().isAfter(time))
                .findFirst()
                .map(version -> new GuildSettings(version.version(), version.values(), fallbacks))
                .orElseGet(() ->
                        versions.isEmpty() ? new GuildSettings(0, Map.of(), fallbacks) : before(versions.getFirst()));
    }

    /** What held before a version, of which the compacted topic has forgotten the one before: it says what it changed. */
    private GuildSettings before(SettingsChanged version) {
        var values = new HashMap<>(version.values());
        version.changed()
                .forEach((key, value) ->
                        value.ifPresentOrElse(before -> values.put(key, before), () -> values.remove(key)));
        return new GuildSettings(version.version() - 1, values, fallbacks);
    }

    @Override
    public Topic<SettingsEvent> topic() {
        return Topics.SETTINGS;
    }

    @Override
    public void accept(Received<SettingsEvent> received) {
        switch (received.event().payload()) {
            case SettingsChanged changed -> guilds.merge(changed.guild(), List.of(changed), SettingsView::merge);
            case SettingsEvent.Unknown _ -> {}
        }
    }

    private static List<SettingsChanged> merge(List<SettingsChanged> held, List<SettingsChanged> more) {
        var versions = new HashMap<Long, SettingsChanged>();
        held.forEach(version -> versions.put(version.version(), version));
        more.forEach(version -> versions.put(version.version(), version));
        var sorted = new ArrayList<>(versions.values());
        sorted.sort(Comparator.comparingLong(SettingsChanged::version));
        return List.copyOf(sorted.subList(Math.max(0, sorted.size() - KEPT), sorted.size()));
    }
}
