package dev.warren.memory.settings;

import dev.warren.runtime.events.FollowedTopic;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.settings.GeneralSettings;
import dev.warren.schemas.bot.AnnouncementEvent;
import dev.warren.schemas.bot.AnnouncementEvent.ServiceAnnounced;
import dev.warren.schemas.bot.AnnouncementEvent.ServiceWithdrawn;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.SettingDescription;
import dev.warren.schemas.bot.SettingDescription.SettingType;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All settings that any service announces, and one switch for each module. */
@ApplicationScoped
public class Catalogue implements FollowedTopic<AnnouncementEvent> {
    /** Turning these off would take away the means of turning them on again. */
    private static final List<String> ALWAYS_ON = List.of("general", "settings");

    private final Map<String, ServiceAnnounced> services = new ConcurrentHashMap<>();
    private volatile Map<String, SettingDescription> byKey = Map.of();

    @Override
    public Topic<AnnouncementEvent> topic() {
        return Topics.COMMANDS;
    }

    @Override
    public void accept(Received<AnnouncementEvent> received) {
        switch (received.event().payload()) {
            case ServiceAnnounced announced ->
                services.merge(
                        announced.service(), announced, (held, next) -> next.version() >= held.version() ? next : held);
            case ServiceWithdrawn withdrawn -> services.remove(withdrawn.service());
            case AnnouncementEvent.Unknown _ -> {}
        }
        byKey = settings(services.values());
    }

    /** The setting of a key. */
    public Optional<SettingDescription> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** All settings, by module and key. */
    public Collection<SettingDescription> all() {
        return byKey.values();
    }

    static Map<String, SettingDescription> settings(Collection<ServiceAnnounced> services) {
        var switches = services.stream()
                .flatMap(service -> service.commands().stream())
                .map(CommandDescription::module)
                .distinct()
                .filter(module -> !ALWAYS_ON.contains(module))
                .map(Catalogue::moduleSwitch);
        return Stream.concat(services.stream().flatMap(service -> service.settings().stream()), switches)
                .collect(Collectors.toMap(
                        SettingDescription::key, Function.identity(), (first, second) -> first, TreeMap::new));
    }

    private static SettingDescription moduleSwitch(String module) {
        return new SettingDescription(
                GeneralSettings.MODULE + module,
                "Whether the module " + module + " is on",
                module,
                SettingType.SWITCH,
                "on",
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
