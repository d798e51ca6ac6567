package dev.warren.ai.members;

import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.inbox.EventHandler;
import dev.warren.runtime.inbox.InboxConsumer;
import dev.warren.schemas.memory.MemoryEvent;
import dev.warren.schemas.memory.MemoryEvent.MemberErased;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads that a member was erased, and erases what is kept here. */
@ApplicationScoped
class MemberConsumer implements EventHandler<MemoryEvent> {
    private final InboxConsumer inbox;
    private final Instance<MemberData> data;

    MemberConsumer(InboxConsumer inbox, @Any Instance<MemberData> data) {
        this.inbox = inbox;
        this.data = data;
    }

    @Incoming("memory-events")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return inbox.consume(batch, Topics.MEMORY_EVENTS, this);
    }

    @Override
    public boolean concerns(Received<MemoryEvent> received) {
        return received.event().payload() instanceof MemberErased;
    }

    @Override
    public Uni<List<Outgoing<?>>> handle(Received<MemoryEvent> received, Mutiny.StatelessSession tx) {
        if (!(received.event().payload() instanceof MemberErased erased)) {
            throw new IllegalStateException(
                    "this concerns no member here: " + received.event().id());
        }
        return Multi.createFrom()
                .iterable(data)
                .onItem()
                .transformToUniAndConcatenate(one -> one.erase(tx, erased.guild(), erased.user()))
                .collect()
                .asList()
                .replaceWith(List.of());
    }
}
