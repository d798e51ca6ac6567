package dev.warren.economy.members;

import dev.warren.economy.desk.EconomyEvents;
import dev.warren.economy.desk.Occasion;
import dev.warren.economy.ledger.Erasure;
import dev.warren.economy.ledger.Ledger;
import dev.warren.economy.ledger.Ledger.Sealed;
import dev.warren.economy.ledger.Sql;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.memory.MemoryEvent;
import dev.warren.schemas.memory.MemoryEvent.MemberErased;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.hibernate.reactive.mutiny.Mutiny;

/** Erases members: what they have goes to the treasury of each guild, and all else that is kept of them is deleted. */
@ApplicationScoped
class Erasing {
    /** The order in which everybody opens the books of several guilds. */
    private static final Comparator<GuildId> ORDER = Comparator.comparing(guild -> guild + ":");

    private static final String HELD = "SELECT guild_id, user_id FROM holder WHERE user_id = ?1";

    private final Ledger ledger;
    private final Erased remembered;
    private final Timezones timezones;
    private final Instance<MemberData> data;

    Erasing(Ledger ledger, Erased remembered, Timezones timezones, @Any Instance<MemberData> data) {
        this.ledger = ledger;
        this.remembered = remembered;
        this.timezones = timezones;
        this.data = data;
    }

    /** Erases; gives the events of what was recorded, which name nobody. */
    Uni<List<Outgoing<?>>> erase(Mutiny.StatelessSession tx, Event<MemoryEvent> cause, MemberErased erased) {
        var member = erased.user();
        var everywhere = erased.guild().isEmpty();
        return remembered
                .remember(tx, member, erased.guild().map(GuildId::value).orElse(0L), erased.erasedAt())
                .chain(() -> everywhere
                        ? timezones.forget(tx, member)
                        : Uni.createFrom().voidItem())
                .chain(() -> guilds(tx, erased))
                .chain(guilds -> Multi.createFrom()
                        .iterable(guilds)
                        .onItem()
                        .transformToUniAndConcatenate(guild -> erase(tx, cause, erased, guild))
                        .collect()
                        .asList())
                .map(told -> told.stream().<Outgoing<?>>flatMap(List::stream).toList());
    }

    private Uni<TreeSet<GuildId>> guilds(Mutiny.StatelessSession tx, MemberErased erased) {
        var found = new TreeSet<>(ORDER);
        if (erased.guild().isPresent()) {
            found.add(erased.guild().get());
            return Uni.createFrom().item(found);
        }
        return Sql.rows(tx, HELD, erased.user().value())
                .invoke(rows -> found.addAll(MemberData.guilds(rows)))
                .chain(() -> Multi.createFrom()
                        .iterable(data)
                        .onItem()
                        .transformToUniAndConcatenate(one -> one.guilds(tx, erased.user()))
                        .collect()
                        .asList())
                .invoke(more -> more.forEach(found::addAll))
                .replaceWith(found);
    }

    private Uni<List<Outgoing<?>>> erase(
            Mutiny.StatelessSession tx, Event<MemoryEvent> cause, MemberErased erased, GuildId guild) {
        var member = erased.user();
        return ledger.lock(tx, guild)
                .chain(() -> forget(new Occasion(guild, cause, erased.erasedAt()), tx, member))
                .chain(events -> ledger.holdings(tx, guild, member)
                        .chain(held -> held.isEmpty()
                                ? Uni.createFrom().item(events)
                                : ledger.open(tx, guild, List.of(member))
                                        .chain(book -> Erasure.of(ledger, tx, book, member, erased.erasedAt()))
                                        .map(written -> told(cause, written, events))));
    }

    private Uni<List<Outgoing<?>>> forget(Occasion occasion, Mutiny.StatelessSession tx, UserId member) {
        return Multi.createFrom()
                .iterable(data)
                .onItem()
                .transformToUniAndConcatenate(one -> one.erase(occasion, tx, member))
                .collect()
                .in(ArrayList<Outgoing<?>>::new, List::addAll)
                .map(events -> events);
    }

    private static List<Outgoing<?>> told(Event<MemoryEvent> cause, Sealed written, List<Outgoing<?>> before) {
        var events = new ArrayList<>(before);
        for (var one : written.transactions()) {
            events.add(new Outgoing<>(
                    Topics.ECONOMY_EVENTS,
                    cause.causes(
                            one.key(),
                            "/economy",
                            one.at(),
                            Keys.guild(one.guild()),
                            EconomyEvents.ofNobody(written, one))));
        }
        return events;
    }
}
