package dev.warren.ai.offline;

import dev.warren.runtime.events.FollowedTopic;
import dev.warren.runtime.events.Received;
import dev.warren.schemas.bot.AnnouncementEvent;
import dev.warren.schemas.bot.AnnouncementEvent.ServiceAnnounced;
import dev.warren.schemas.bot.AnnouncementEvent.ServiceWithdrawn;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Every command of every service, as they are announced. */
@ApplicationScoped
class Manuals implements FollowedTopic<AnnouncementEvent> {
    private final Map<String, List<Manual>> services = new ConcurrentSkipListMap<>();

    @Override
    public Topic<AnnouncementEvent> topic() {
        return Topics.COMMANDS;
    }

    @Override
    public void accept(Received<AnnouncementEvent> received) {
        switch (received.event().payload()) {
            case ServiceAnnounced announced ->
                services.put(
                        announced.service(),
                        announced.commands().stream()
                                .flatMap(command -> Manual.of(command).stream())
                                .toList());
            case ServiceWithdrawn withdrawn -> services.remove(withdrawn.service());
            case AnnouncementEvent.Unknown _ -> {}
        }
    }

    @Override
    public void removed(String key) {
        services.remove(key);
    }

    List<Manual> all() {
        return services.values().stream().flatMap(List::stream).toList();
    }
}
