package dev.warren.runtime.commands;

import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.events.EventPublisher;
import dev.warren.runtime.events.FollowedTopic;
import dev.warren.runtime.events.FollowedTopics;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.settings.OfferedSettings;
import dev.warren.schemas.bot.AnnouncementEvent;
import dev.warren.schemas.bot.AnnouncementEvent.ServiceAnnounced;
import dev.warren.schemas.bot.AnnouncementEvent.ServiceWithdrawn;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.Interceptor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Announces what this service offers when that differs from what stands in {@code bot.commands}, unless a newer version stands there. */
@ApplicationScoped
public class Announcer implements FollowedTopic<AnnouncementEvent> {
    private static final Logger LOG = Logger.getLogger(Announcer.class);

    private final RuntimeConfig config;
    private final ServiceAnnounced offer;
    private final FollowedTopics topics;
    private final EventPublisher publisher;
    private final InstantSource clock;
    private Optional<Cancellable> announcing = Optional.empty();
    private volatile Optional<AnnouncementEvent> standing = Optional.empty();

    Announcer(
            RuntimeConfig config,
            Handlers handlers,
            @Any Instance<OfferedSettings> settings,
            FollowedTopics topics,
            EventPublisher publisher,
            InstantSource clock) {
        this.config = config;
        this.offer = new ServiceAnnounced(
                config.service().id(),
                config.announcement().version(),
                handlers.descriptions(),
                settings.stream()
                        .flatMap(offered -> offered.settings().stream())
                        .toList());
        this.topics = topics;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** What this service offers. */
    public ServiceAnnounced offer() {
        return offer;
    }

    @Override
    public Topic<AnnouncementEvent> topic() {
        return Topics.COMMANDS;
    }

    @Override
    public void accept(Received<AnnouncementEvent> received) {
        switch (received.event().payload()) {
            case ServiceAnnounced announced
            when announced.service().equals(offer.service()) -> standing = Optional.of(announced);
            case ServiceWithdrawn withdrawn
            when withdrawn.service().equals(offer.service()) -> standing = Optional.of(withdrawn);
            case ServiceAnnounced _, ServiceWithdrawn _, AnnouncementEvent.Unknown _ -> {}
        }
    }

    @Override
    public void removed(String key) {
        if (key.equals(offer.service())) {
            standing = Optional.empty();
        }
    }

    void start(@Observes StartupEvent event) {
        if (config.train()) {
            return;
        }
        announcing = Optional.of(topics.whenCaughtUp()
                .chain(this::announce)
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "announcement failed, trying again service=%s error=%s",
                        offer.service(), failure.getClass().getName()))
                .onFailure()
                .retry()
                .withBackOff(config.records().firstPause(), config.records().longestPause())
                .indefinitely()
                .subscribe()
                .with(done -> {}, failure -> LOG.errorf(failure, "announcement failed service=%s", offer.service())));
    }

    /** Before the topics stop, which would otherwise look like a failure. */
    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
        announcing.ifPresent(Cancellable::cancel);
    }

    private Uni<Void> announce() {
        if (standing.filter(stands -> isKept(stands, offer)).isPresent()) {
            return Uni.createFrom().voidItem();
        }
        var now = clock.instant();
        var id = EventId.of("announcement:" + offer.service() + "@" + now);
        LOG.infof(
                "announced service=%s commands=%d settings=%d",
                offer.service(), offer.commands().size(), offer.settings().size());
        return publisher.publish(List.of(announcement(id, now)), Optional.empty());
    }

    /** Whether what stands there already says it, or is newer. */
    static boolean isKept(AnnouncementEvent stands, ServiceAnnounced offer) {
        return switch (stands) {
            case ServiceAnnounced announced -> announced.equals(offer) || announced.version() > offer.version();
            case ServiceWithdrawn withdrawn -> withdrawn.version() > offer.version();
            case AnnouncementEvent.Unknown _ -> false;
        };
    }

    private Outgoing<AnnouncementEvent> announcement(EventId id, Instant now) {
        return new Outgoing<>(Topics.COMMANDS, Event.first(id, "/" + offer.service(), now, offer.service(), offer));
    }
}
