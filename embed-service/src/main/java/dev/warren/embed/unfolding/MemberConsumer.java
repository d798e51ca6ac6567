package dev.warren.embed.unfolding;

import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.inbox.EventHandler;
import dev.warren.runtime.inbox.InboxConsumer;
import dev.warren.schemas.memory.MemoryEvent;
import dev.warren.schemas.memory.MemoryEvent.MemberErased;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny;

/** Forgets members who are erased: their messages' links, and that they wanted none shown. */
@ApplicationScoped
class MemberConsumer implements EventHandler<MemoryEvent> {
    private final InboxConsumer inbox;
    private final Unfoldings unfoldings;
    private final OptOuts optOuts;

    MemberConsumer(InboxConsumer inbox, Unfoldings unfoldings, OptOuts optOuts) {
        this.inbox = inbox;
        this.unfoldings = unfoldings;
        this.optOuts = optOuts;
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
                    "nobody is erased: " + received.event().id());
        }
        return unfoldings
                .forget(tx, erased.guild(), erased.user())
                .chain(() -> optOuts.forget(tx, erased.guild(), erased.user()))
                .replaceWith(List.of());
    }
}
