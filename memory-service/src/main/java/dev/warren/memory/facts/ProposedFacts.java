package dev.warren.memory.facts;

import dev.warren.memory.facts.Fact.Origin;
import dev.warren.memory.facts.FactBook.Told;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.inbox.EventHandler;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.schemas.conversation.ConversationEvent;
import dev.warren.schemas.conversation.ConversationEvent.FactProposed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** What the conversation thinks worth remembering. It is kept as what a member tells is, where the module is on. */
@ApplicationScoped
class ProposedFacts implements EventHandler<ConversationEvent> {
    private final FactBook book;
    private final SettingsView settings;

    ProposedFacts(FactBook book, SettingsView settings) {
        this.book = book;
        this.settings = settings;
    }

    @Override
    public boolean concerns(Received<ConversationEvent> received) {
        return switch (received.event().payload()) {
            case FactProposed proposed ->
                FactText.wrong(FactText.tidy(proposed.text())).isEmpty();
            case ConversationEvent.TurnTaken _,
                    ConversationEvent.ConversationEnded _,
                    ConversationEvent.ConversationSummarised _,
                    ConversationEvent.Unknown _ -> false;
        };
    }

    @Override
    public Uni<Void> prepare(List<Received<ConversationEvent>> batch) {
        var preparing = batch.stream()
                .flatMap(received -> received.event().payload() instanceof FactProposed proposed
                        ? Stream.of(book.prepare(FactText.tidy(proposed.text())))
                        : Stream.<Uni<Void>>empty())
                .toList();
        return preparing.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(preparing).andCollectFailures().replaceWithVoid();
    }

    @Override
    public Uni<List<Outgoing<?>>> handle(Received<ConversationEvent> received, Mutiny.StatelessSession tx) {
        if (!(received.event().payload() instanceof FactProposed proposed)) {
            throw new IllegalStateException(
                    "this proposes no fact: " + received.event().id());
        }
        boolean off = proposed.guild().isPresent()
                && !settings.at(proposed.guild(), received.event().time()).moduleOn(RememberCommand.MODULE);
        var told = new Told(
                proposed.user(),
                FactText.tidy(proposed.text()),
                received.event().id(),
                Origin.PROPOSED,
                proposed.at());
        return off ? Uni.createFrom().item(List.of()) : book.remember(tx, told).replaceWith(List.of());
    }
}
