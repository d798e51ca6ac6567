package dev.warren.memory.privacy;

import dev.warren.memory.keys.MemberKeys;
import dev.warren.memory.keys.Standing;
import dev.warren.memory.keys.Standings;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.inbox.EventHandler;
import dev.warren.runtime.inbox.RecordedOutcomes;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.memory.MemoryEvent;
import dev.warren.schemas.memory.MemoryEvent.MemberErased;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Erases members when the record says so: first the key, then all rows. What fails in between is tried again until both are gone. */
@ApplicationScoped
class Erasing implements EventHandler<MemoryEvent> {
    private final MemberKeys keys;
    private final Standings standings;
    private final List<PersonalData> data;
    private final RecordedOutcomes outcomes;
    private final Counter erased;

    Erasing(
            MemberKeys keys,
            Standings standings,
            @Any Instance<PersonalData> data,
            RecordedOutcomes outcomes,
            MeterRegistry meters) {
        this.keys = keys;
        this.standings = standings;
        this.data = data.stream().toList();
        this.outcomes = outcomes;
        this.erased = meters.counter("warren.members.erased");
    }

    @Override
    public boolean concerns(Received<MemoryEvent> received) {
        return switch (received.event().payload()) {
            // what is kept here belongs to members, not to guilds
            case MemberErased erasing -> erasing.guild().isEmpty();
            case MemoryEvent.ReminderDue _,
                    MemoryEvent.ProfileChanged _,
                    MemoryEvent.CalendarEventDue _,
                    MemoryEvent.Unknown _ -> false;
        };
    }

    @Override
    public Uni<List<Outgoing<?>>> handle(Received<MemoryEvent> received, Mutiny.StatelessSession tx) {
        return switch (received.event().payload()) {
            case MemberErased(var _, var user, var at) ->
                standings
                        .find(tx, user)
                        .chain(standing ->
                                isDone(standing, at) ? Uni.createFrom().voidItem() : erase(tx, user, at))
                        .replaceWith(List.of());
            case MemoryEvent.ReminderDue _,
                    MemoryEvent.ProfileChanged _,
                    MemoryEvent.CalendarEventDue _,
                    MemoryEvent.Unknown _ ->
                throw new IllegalStateException(
                        "this erases nobody: " + received.event().id());
        };
    }

    /** As when it comes again after its inbox row has had its time: what was kept since then stays. The database keeps microseconds. */
    private static boolean isDone(Standing standing, Instant at) {
        return standing.erasedAt()
                .filter(done -> !done.isBefore(at.truncatedTo(ChronoUnit.MILLIS)))
                .isPresent();
    }

    private Uni<Void> erase(Mutiny.StatelessSession tx, UserId user, Instant at) {
        return keys.destroy(tx, user, at)
                .chain(() -> Multi.createFrom()
                        .iterable(data)
                        .onItem()
                        .transformToUniAndConcatenate(one -> one.erase(tx, user))
                        .collect()
                        .asList())
                .chain(() -> outcomes.blank(tx, user))
                .invoke(() -> erased.increment());
    }
}
