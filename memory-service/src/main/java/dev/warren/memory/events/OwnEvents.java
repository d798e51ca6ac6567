package dev.warren.memory.events;

import dev.warren.runtime.inbox.EventHandler;
import dev.warren.runtime.inbox.InboxConsumer;
import dev.warren.schemas.memory.MemoryEvent;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads what this service itself has decided, for each bean that handles a {@link MemoryEvent}. */
@ApplicationScoped
class OwnEvents {
    private final InboxConsumer inbox;
    private final SharedHandler<MemoryEvent> rooms;

    OwnEvents(InboxConsumer inbox, @Any Instance<EventHandler<MemoryEvent>> rooms) {
        this.inbox = inbox;
        this.rooms = new SharedHandler<>(rooms.stream().toList(), _ -> true);
    }

    @Incoming("memory-events")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return inbox.consume(batch, Topics.MEMORY_EVENTS, rooms);
    }
}
