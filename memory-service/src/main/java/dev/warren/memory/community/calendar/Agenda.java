package dev.warren.memory.community.calendar;

import dev.warren.memory.community.Community;
import dev.warren.memory.community.CommunityConfig;
import dev.warren.memory.undo.Deed;
import dev.warren.memory.undo.Deeds;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.timers.Timers;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.memory.MemoryEvent;
import dev.warren.schemas.memory.MemoryEvent.CalendarEventDue;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Puts events on the calendar, each with its timer, and takes them off, in one transaction. */
@ApplicationScoped
class Agenda {
    /** The kind of the deeds of events. */
    static final String KIND = "event";

    private final CommunityConfig.Calendar config;
    private final Gatherings gatherings;
    private final Timers timers;
    private final Deeds deeds;

    Agenda(CommunityConfig config, Gatherings gatherings, Timers timers, Deeds deeds) {
        this.config = config.calendar();
        this.gatherings = gatherings;
        this.timers = timers;
        this.deeds = deeds;
    }

    /** Why a member may not have so many more; none when they may. Until the transaction ends nobody else adds to what the guild has. */
    Uni<Optional<Outcome>> full(
            Call<? extends InteractionEvent> call, Mutiny.StatelessSession tx, GuildId guild, int more) {
        var now = call.time();
        return gatherings
                .lock(tx, guild)
                .chain(() -> gatherings.countToComeOf(tx, guild, call.member().id(), now))
                .chain(own -> gatherings.countToCome(tx, guild, now).map(all -> {
                    if (own + more > config.mostOfMember()) {
                        return refused("%,d of you are to come here, and a member may have %,d at most. "
                                .formatted(own, config.mostOfMember()));
                    }
                    return all + more > config.mostOfGuild()
                            ? refused("%,d are to come in this server, and it may have %,d at most. "
                                    .formatted(all, config.mostOfGuild()))
                            : Optional.<Outcome>empty();
                }));
    }

    private static Optional<Outcome> refused(String why) {
        return Optional.of(Outcome.refused(
                "too-many", "Too many events: " + why + "`/calendar cancel` makes room. Nothing was changed."));
    }

    /** Adds one that is not a draft, and remembers it as a deed of the caller. */
    Uni<Gathering> add(Call<? extends InteractionEvent> call, Mutiny.StatelessSession tx, Gathering gathering) {
        var stored = gathering.id() == 0
                ? gatherings.add(tx, gathering)
                : gatherings.save(tx, gathering).replaceWith(gathering);
        return stored.call(it -> schedule(tx, it, call.id(), call.time()))
                .call(it -> note(call, tx, it.removed(call.time()), it));
    }

    /** Takes one off, and remembers that. */
    Uni<Gathering> cancel(Call<? extends InteractionEvent> call, Mutiny.StatelessSession tx, Gathering gathering) {
        var removed = gathering.removed(call.time());
        return timers.cancel(tx, timer(gathering.id()))
                .chain(() -> gatherings.save(tx, removed))
                .chain(() -> note(call, tx, gathering, removed))
                .replaceWith(removed);
    }

    /** Stores it as it is, with its timer or without. */
    Uni<Void> put(Call<? extends InteractionEvent> call, Mutiny.StatelessSession tx, Gathering gathering) {
        return gatherings
                .save(tx, gathering)
                .chain(() -> gathering.stands()
                        ? schedule(tx, gathering, call.id(), call.time())
                        : timers.cancel(tx, timer(gathering.id())).replaceWithVoid());
    }

    private Uni<Void> note(
            Call<? extends InteractionEvent> call, Mutiny.StatelessSession tx, Gathering was, Gathering is) {
        return deeds.note(
                tx,
                new Deed(
                        is.guild(),
                        call.member().id(),
                        is.by(),
                        KIND,
                        Long.toString(is.id()),
                        is.name(),
                        was.state(),
                        is.state()),
                call.time());
    }

    /** One that is about to begin is told of when it begins. */
    Uni<Void> schedule(Mutiny.StatelessSession tx, Gathering gathering, EventId cause, Instant now) {
        var starts = gathering.entry().startsAt();
        var early = starts.minus(config.tellBefore());
        var due = early.isAfter(now) ? early : starts;
        return timers.schedule(tx, gathering.guild(), timer(gathering.id()), due, record(gathering, cause, due));
    }

    private static String timer(long id) {
        return "calendar:" + id;
    }

    /** The record that says it is time; its id is the same whoever publishes it, and another for each time. */
    private static Outgoing<MemoryEvent> record(Gathering gathering, EventId cause, Instant due) {
        var starts = gathering.entry().startsAt();
        return new Outgoing<>(
                Topics.MEMORY_EVENTS,
                new Event<>(
                        EventId.of(timer(gathering.id()) + "@" + due),
                        "/" + Service.MEMORY.id(),
                        due,
                        Keys.member(Optional.of(gathering.guild()), gathering.by()),
                        cause,
                        Optional.of(cause),
                        new CalendarEventDue(gathering.guild(), gathering.id(), starts)));
    }

    /** The one whose number was typed, as long as it is on the calendar and not over. */
    Uni<Optional<Gathering>> typed(Mutiny.StatelessSession tx, GuildId guild, String typed, Instant now) {
        return Community.number(typed)
                .map(id -> gatherings.find(tx, guild, id))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(found -> found.filter(Gathering::stands)
                        .filter(it -> it.entry().endsAt().isAfter(now)));
    }
}
