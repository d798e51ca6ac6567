package dev.warren.economy;

import dev.warren.economy.desk.Occasion;
import dev.warren.economy.due.DueHandler;
import dev.warren.economy.ledger.Coins;
import dev.warren.economy.ledger.Draft;
import dev.warren.economy.ledger.Ledger;
import dev.warren.economy.ledger.Posting;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.economy.MarketEvents.Deadline;
import dev.warren.schemas.economy.MarketEvents.DeadlineReached;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Many members at once: each asks in a transaction of its own, over several connections, as several instances would. */
@ApplicationScoped
class Crowd {
    private static final int AT_ONCE = 8;

    private final Ledger ledger;
    private final InTransaction transaction;
    private final SettingsView settings;
    private final Instance<CommandHandler> commands;
    private final Instance<ComponentHandler> components;
    private final Instance<DueHandler> due;

    Crowd(
            Ledger ledger,
            InTransaction transaction,
            SettingsView settings,
            @Any Instance<CommandHandler> commands,
            @Any Instance<ComponentHandler> components,
            @Any Instance<DueHandler> due) {
        this.ledger = ledger;
        this.transaction = transaction;
        this.settings = settings;
        this.commands = commands;
        this.components = components;
        this.due = due;
    }

    /** Gives each of them new coins. */
    void grant(GuildId guild, List<Member> members, long coins) {
        transaction.run(tx -> ledger.open(
                        tx, guild, members.stream().map(Member::id).toList())
                .chain(book -> {
                    var drafts = new ArrayList<Draft>();
                    for (var member : members) {
                        drafts.add(Draft.transfer(
                                EventId.of("test:" + guild + "/grant:"
                                        + book.wallet(member.id()).id() + "@" + book.transactions()),
                                Cause.GRANT,
                                Instant.EPOCH,
                                book.mint().id(),
                                book.wallet(member.id()).id(),
                                new Coins(coins)));
                    }
                    return switch (book.post(drafts)) {
                        case Posting.Done done -> ledger.seal(tx, done.book());
                        case Posting.NotEnough _, Posting.TooMuch _ ->
                            throw new IllegalStateException("a mint gives what is asked");
                    };
                }));
    }

    long wallet(GuildId guild, Member member) {
        return transaction
                .run(tx -> ledger.holdings(tx, guild, member.id()))
                .map(held -> held.wallet().amount())
                .orElse(0L);
    }

    Outcome ask(Event<InteractionEvent> asked) {
        return transaction.run(tx -> handle(asked, tx));
    }

    /** All at once; what came of each, in the order of the events. */
    List<Outcome> askAll(List<Event<InteractionEvent>> all) {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            return all.stream().map(one -> CompletableFuture.supplyAsync(() -> ask(one), threads)).toList().stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    /** A time has come; what that causes. */
    List<Outgoing<?>> due(GuildId guild, Deadline of, long id) {
        var now = Instant.now();
        var reached = new DeadlineReached(guild, of, id, now);
        var event = Event.first(
                EventId.of("test:" + of + ":" + id + "@" + now), "/economy", now, guild.toString(), reached);
        return transaction.run(tx -> due.stream()
                .filter(handler -> handler.of() == of)
                .findFirst()
                .orElseThrow()
                .due(new Occasion(guild, event, now), reached, tx));
    }

    private Uni<Outcome> handle(Event<InteractionEvent> asked, Mutiny.StatelessSession tx) {
        var received = new Received<>(
                asked, Optional.<Instant>empty(), Optional.<String>empty(), new Received.Position("test", 0, 0));
        return switch (asked.payload()) {
            case CommandInvoked invoked ->
                commands.stream()
                        .filter(handler -> handler.description().name().equals(invoked.command()))
                        .findFirst()
                        .orElseThrow()
                        .handle(call(received.with(invoked)), tx);
            case ComponentUsed used -> {
                var id = CustomId.parse(used.customId()).orElseThrow();
                yield components.stream()
                        .filter(handler -> handler.name().equals(id.handler()))
                        .findFirst()
                        .orElseThrow()
                        .handle(call(received.with(used)), id, tx);
            }
            case InteractionEvent.ModalSubmitted _,
                    InteractionEvent.AutocompleteRequested _,
                    InteractionEvent.Unknown _ ->
                throw new IllegalArgumentException("a crowd asks by commands and buttons: " + asked.id());
        };
    }

    private <P extends InteractionEvent> Call<P> call(Received<P> received) {
        var event = received.event();
        return new Call<>(
                received, settings.at(event.payload().origin().guild(), event.time()), event.time(), "/economy");
    }
}
