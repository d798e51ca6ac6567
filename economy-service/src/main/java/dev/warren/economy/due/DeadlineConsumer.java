package dev.warren.economy.due;

import dev.warren.economy.desk.Occasion;
import dev.warren.runtime.events.EventCodec;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.inbox.EventHandler;
import dev.warren.runtime.inbox.InboxConsumer;
import dev.warren.schemas.economy.EconomyEvent;
import dev.warren.schemas.economy.MarketEvents.Deadline;
import dev.warren.schemas.economy.MarketEvents.DeadlineReached;
import dev.warren.schemas.event.EventTypes;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads the times that have come from {@code economy.events}, and passes over all that is told there otherwise. */
@ApplicationScoped
class DeadlineConsumer implements EventHandler<EconomyEvent> {
    private static final String TYPE = EventTypes.nameOf(DeadlineReached.class);

    private final InboxConsumer inbox;
    private final Map<Deadline, DueHandler> handlers;

    DeadlineConsumer(InboxConsumer inbox, @Any Instance<DueHandler> handlers) {
        this.inbox = inbox;
        this.handlers = handlers.stream().collect(Collectors.toMap(DueHandler::of, Function.identity()));
    }

    @Incoming("economy-events")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return inbox.consume(batch, Topics.ECONOMY_EVENTS, this);
    }

    @Override
    public boolean mayConcern(ConsumerRecord<String, byte[]> record) {
        return EventCodec.typeOf(record).filter(TYPE::equals).isPresent();
    }

    @Override
    public boolean concerns(Received<EconomyEvent> received) {
        return received.event().payload() instanceof DeadlineReached;
    }

    @Override
    public Uni<List<Outgoing<?>>> handle(Received<EconomyEvent> received, Mutiny.StatelessSession tx) {
        if (!(received.event().payload() instanceof DeadlineReached due)) {
            throw new IllegalStateException(
                    "this is no deadline: " + received.event().id());
        }
        return Optional.ofNullable(handlers.get(due.of()))
                .map(handler -> handler.due(new Occasion(due.guild(), received.event(), due.dueAt()), due, tx))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
    }
}
