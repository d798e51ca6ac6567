package dev.warren.memory.facts;

import dev.warren.memory.facts.Fact.Origin;
import dev.warren.memory.facts.FactBook.Told;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.inbox.EventHandler;
import dev.warren.runtime.inbox.InboxConsumer;
import dev.warren.schemas.memory.MemoryRequestEvent;
import dev.warren.schemas.memory.MemoryRequestEvent.ForgetFacts;
import dev.warren.schemas.memory.MemoryRequestEvent.RememberFact;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny;

/** Does what tools asked for. */
@ApplicationScoped
class FactRequests implements EventHandler<MemoryRequestEvent> {
    private final InboxConsumer inbox;
    private final FactBook book;

    FactRequests(InboxConsumer inbox, FactBook book) {
        this.inbox = inbox;
        this.book = book;
    }

    @Incoming("memory-requests")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return inbox.consume(batch, Topics.MEMORY_REQUESTS, this);
    }

    @Override
    public boolean concerns(Received<MemoryRequestEvent> received) {
        return switch (received.event().payload()) {
            case RememberFact wish -> FactText.wrong(FactText.tidy(wish.text())).isEmpty();
            case ForgetFacts _ -> true;
            case MemoryRequestEvent.Unknown _ -> false;
        };
    }

    @Override
    public Uni<Void> prepare(List<Received<MemoryRequestEvent>> batch) {
        var preparing = batch.stream()
                .flatMap(received -> received.event().payload() instanceof RememberFact wish
                        ? Stream.of(book.prepare(FactText.tidy(wish.text())))
                        : Stream.<Uni<Void>>empty())
                .toList();
        return preparing.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(preparing).andCollectFailures().replaceWithVoid();
    }

    @Override
    public Uni<List<Outgoing<?>>> handle(Received<MemoryRequestEvent> received, Mutiny.StatelessSession tx) {
        var id = received.event().id();
        return switch (received.event().payload()) {
            case RememberFact wish ->
                book.remember(tx, new Told(wish.user(), FactText.tidy(wish.text()), id, Origin.TOOL, wish.at()))
                        .replaceWith(List.of());
            case ForgetFacts wish -> book.forget(tx, wish.user(), wish.facts()).replaceWith(List.of());
            case MemoryRequestEvent.Unknown unknown ->
                throw new IllegalStateException("an unknown request concerns nobody: " + unknown.type());
        };
    }
}
