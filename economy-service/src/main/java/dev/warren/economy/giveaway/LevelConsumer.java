package dev.warren.economy.giveaway;

import dev.warren.economy.desk.LevelHandler;
import dev.warren.economy.desk.Occasion;
import dev.warren.economy.members.Erased;
import dev.warren.runtime.events.EventCodec;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.inbox.EventHandler;
import dev.warren.runtime.inbox.InboxConsumer;
import dev.warren.schemas.event.EventTypes;
import dev.warren.schemas.leveling.LevelingEvent;
import dev.warren.schemas.leveling.LevelingEvent.LevelReached;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps the highest level that a member was told to have reached, and tells whoever else cares. */
@ApplicationScoped
class LevelConsumer implements EventHandler<LevelingEvent> {
    private static final String TYPE = EventTypes.nameOf(LevelReached.class);

    private final InboxConsumer inbox;
    private final Giveaways giveaways;
    private final Erased erased;
    private final Instance<LevelHandler> others;

    LevelConsumer(InboxConsumer inbox, Giveaways giveaways, Erased erased, @Any Instance<LevelHandler> others) {
        this.inbox = inbox;
        this.giveaways = giveaways;
        this.erased = erased;
        this.others = others;
    }

    @Incoming("leveling-events")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return inbox.consume(batch, Topics.LEVELING_EVENTS, this);
    }

    @Override
    public boolean mayConcern(ConsumerRecord<String, byte[]> record) {
        return EventCodec.typeOf(record).filter(TYPE::equals).isPresent();
    }

    @Override
    public boolean concerns(Received<LevelingEvent> received) {
        return received.event().payload() instanceof LevelReached;
    }

    @Override
    public Uni<List<Outgoing<?>>> handle(Received<LevelingEvent> received, Mutiny.StatelessSession tx) {
        if (!(received.event().payload() instanceof LevelReached reached)) {
            throw new IllegalStateException(
                    "this is no level: " + received.event().id());
        }
        var occasion = new Occasion(reached.guild(), received.event(), reached.at());
        return erased.since(tx, reached.guild(), reached.user(), reached.at())
                .chain(gone -> gone ? Uni.createFrom().item(List.of()) : reached(occasion, reached, tx));
    }

    private Uni<List<Outgoing<?>>> reached(Occasion occasion, LevelReached reached, Mutiny.StatelessSession tx) {
        return giveaways
                .reached(tx, reached.guild(), reached.user(), reached.level())
                .chain(() -> Multi.createFrom()
                        .iterable(others)
                        .onItem()
                        .transformToUniAndConcatenate(other -> other.reached(occasion, reached, tx))
                        .collect()
                        .in(ArrayList<Outgoing<?>>::new, List::addAll))
                .map(told -> told);
    }
}
