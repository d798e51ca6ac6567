package dev.warren.economy.members;

import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.inbox.EventHandler;
import dev.warren.runtime.inbox.InboxConsumer;
import dev.warren.schemas.memory.MemoryEvent;
import dev.warren.schemas.memory.MemoryEvent.MemberErased;
import dev.warren.schemas.memory.MemoryEvent.ProfileChanged;
import dev.warren.schemas.memory.MemoryEvent.ReminderDue;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads what the memory service decided of members. */
@ApplicationScoped
class MemberConsumer implements EventHandler<MemoryEvent> {
    private static final String TIMEZONE = "timezone";

    private final InboxConsumer inbox;
    private final Timezones timezones;
    private final Erasing erasing;

    MemberConsumer(InboxConsumer inbox, Timezones timezones, Erasing erasing) {
        this.inbox = inbox;
        this.timezones = timezones;
        this.erasing = erasing;
    }

    @Incoming("memory-events")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return inbox.consume(batch, Topics.MEMORY_EVENTS, this);
    }

    @Override
    public boolean concerns(Received<MemoryEvent> received) {
        return switch (received.event().payload()) {
            case ProfileChanged changed -> changed.fields().contains(TIMEZONE);
            case MemberErased _ -> true;
            case ReminderDue _, MemoryEvent.CalendarEventDue _, MemoryEvent.Unknown _ -> false;
        };
    }

    @Override
    public Uni<List<Outgoing<?>>> handle(Received<MemoryEvent> received, Mutiny.StatelessSession tx) {
        return switch (received.event().payload()) {
            case ProfileChanged changed ->
                timezones
                        .changed(
                                tx,
                                changed.user(),
                                changed.timezone(),
                                received.event().time())
                        .replaceWith(List.of());
            case MemberErased erased -> erasing.erase(tx, received.event(), erased);
            case ReminderDue _, MemoryEvent.CalendarEventDue _, MemoryEvent.Unknown _ ->
                throw new IllegalStateException(
                        "this concerns no member here: " + received.event().id());
        };
    }
}
