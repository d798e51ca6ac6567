package dev.warren.memory.community.calendar;

import dev.warren.memory.community.Community;
import dev.warren.memory.community.CommunityConfig;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.inbox.EventHandler;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.memory.MemoryEvent;
import dev.warren.schemas.memory.MemoryEvent.CalendarEventDue;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells those who joined an event that it is about to begin: one post in its channel that pings them. */
@ApplicationScoped
class DueEvents implements EventHandler<MemoryEvent> {
    private final CommunityConfig.Calendar config;
    private final Gatherings gatherings;
    private final SettingsView settings;
    private final InstantSource clock;

    DueEvents(CommunityConfig config, Gatherings gatherings, SettingsView settings, InstantSource clock) {
        this.config = config.calendar();
        this.gatherings = gatherings;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean concerns(Received<MemoryEvent> received) {
        return received.event().payload() instanceof CalendarEventDue;
    }

    @Override
    public Uni<List<Outgoing<?>>> handle(Received<MemoryEvent> received, Mutiny.StatelessSession tx) {
        if (!(received.event().payload() instanceof CalendarEventDue due)) {
            throw new IllegalStateException(
                    "this is no event of a calendar: " + received.event().id());
        }
        return gatherings
                .find(tx, due.guild(), due.event())
                .chain(found -> found.filter(Gathering::stands)
                        .filter(it -> it.entry().startsAt().equals(due.startsAt()))
                        .filter(this::isWorthTelling)
                        .map(it -> tell(received, tx, it))
                        .orElseGet(() -> Uni.createFrom().item(List.of())));
    }

    /** Not long after it has begun, and not in a guild that has turned the module off. */
    private boolean isWorthTelling(Gathering it) {
        var now = clock.instant();
        return now.isBefore(it.entry().startsAt().plus(config.tellWithin()))
                && settings.at(Optional.of(it.guild()), now).moduleOn(Community.MODULE);
    }

    private Uni<List<Outgoing<?>>> tell(Received<MemoryEvent> received, Mutiny.StatelessSession tx, Gathering it) {
        return gatherings.guests(tx, it.id()).map(guests -> {
            if (guests.isEmpty()) {
                return List.of();
            }
            var now = clock.instant();
            ReplyEvent post = new PostMessage(
                    it.channel(),
                    CalendarTexts.due(it, guests, now),
                    Optional.empty(),
                    Optional.empty(),
                    it.entry().startsAt().plus(config.tellWithin()));
            return List.of(new Outgoing<>(
                    Topics.REPLIES,
                    received.event()
                            .causes(
                                    received.event().id().derive("post"),
                                    "/" + Service.MEMORY.id(),
                                    now,
                                    it.channel().toString(),
                                    post)));
        });
    }
}
