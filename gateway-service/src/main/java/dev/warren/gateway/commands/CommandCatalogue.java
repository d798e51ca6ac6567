package dev.warren.gateway.commands;

import dev.warren.runtime.events.FollowedTopic;
import dev.warren.runtime.events.Received;
import dev.warren.schemas.bot.AnnouncementEvent;
import dev.warren.schemas.bot.AnnouncementEvent.ServiceAnnounced;
import dev.warren.schemas.bot.AnnouncementEvent.ServiceWithdrawn;
import dev.warren.schemas.bot.SettingDescription;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the services offer, followed from {@code bot.commands}: of each service the highest version, until it is withdrawn. */
@ApplicationScoped
public class CommandCatalogue implements FollowedTopic<AnnouncementEvent> {
    private final SortedMap<String, ServiceAnnounced> services = new TreeMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile CommandIndex index = new CommandIndex(Collections.emptySortedMap());
    private volatile List<String> names = List.of();
    private volatile List<SettingDescription> settings = List.of();

    /** All commands now. */
    public CommandIndex index() {
        return index;
    }

    /** The services that were seen, in order of their names. */
    public List<String> services() {
        return names;
    }

    /** What guilds can set, of all services. */
    public List<SettingDescription> settings() {
        return settings;
    }

    /** Calls this after each change, on the thread that reads the topic: return at once. */
    void whenChanged(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public Topic<AnnouncementEvent> topic() {
        return Topics.COMMANDS;
    }

    @Override
    public void accept(Received<AnnouncementEvent> received) {
        switch (received.event().payload()) {
            case ServiceAnnounced announced -> announced(announced);
            case ServiceWithdrawn withdrawn -> withdrawn(withdrawn);
            case AnnouncementEvent.Unknown _ -> {}
        }
    }

    @Override
    public void removed(String key) {
        if (services.remove(key) != null) {
            changed();
        }
    }

    private void announced(ServiceAnnounced announced) {
        var held = services.get(announced.service());
        if (held == null || (announced.version() >= held.version() && !announced.equals(held))) {
            services.put(announced.service(), announced);
            changed();
        }
    }

    private void withdrawn(ServiceWithdrawn withdrawn) {
        var held = services.get(withdrawn.service());
        if (held != null && withdrawn.version() >= held.version()) {
            services.remove(withdrawn.service());
            changed();
        }
    }

    private void changed() {
        index = new CommandIndex(services);
        names = List.copyOf(services.keySet());
        settings = services.values().stream()
                .flatMap(service -> service.settings().stream())
                .toList();
        listeners.forEach(Runnable::run);
    }
}
