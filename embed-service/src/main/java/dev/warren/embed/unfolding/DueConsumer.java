package dev.warren.embed.unfolding;

import dev.warren.runtime.events.EventCodec;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.inbox.EventHandler;
import dev.warren.runtime.inbox.InboxConsumer;
import dev.warren.schemas.embed.EmbedEvent;
import dev.warren.schemas.embed.EmbedEvent.UnfoldingDue;
import dev.warren.schemas.event.EventTypes;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads which messages' links are due, and passes over all that is told there otherwise. */
@ApplicationScoped
class DueConsumer implements EventHandler<EmbedEvent> {
    private static final String TYPE = EventTypes.nameOf(UnfoldingDue.class);

    private final InboxConsumer inbox;
    private final Showing showing;

    DueConsumer(InboxConsumer inbox, Showing showing) {
        this.inbox = inbox;
        this.showing = showing;
    }

    @Incoming("due-links")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return inbox.consume(batch, Topics.EMBED_EVENTS, this);
    }

    @Override
    public boolean mayConcern(ConsumerRecord<String, byte[]> record) {
        return EventCodec.typeOf(record).filter(TYPE::equals).isPresent();
    }

    @Override
    public boolean concerns(Received<EmbedEvent> received) {
        return received.event().payload() instanceof UnfoldingDue;
    }

    @Override
    public Uni<List<Outgoing<?>>> handle(Received<EmbedEvent> received, Mutiny.StatelessSession tx) {
        if (!(received.event().payload() instanceof UnfoldingDue due)) {
            throw new IllegalStateException(
                    "no links are due: " + received.event().id());
        }
        return showing.due(tx, received.event(), due);
    }
}
