package dev.warren.economy.giveaway;

import dev.warren.economy.desk.Occasion;
import dev.warren.economy.due.DueHandler;
import dev.warren.economy.ledger.Ledger;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.economy.MarketEvents.Deadline;
import dev.warren.schemas.economy.MarketEvents.DeadlineReached;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Draws giveaways whose time has come, however late. */
@ApplicationScoped
class GiveawayDue implements DueHandler {
    private final Ledger ledger;
    private final Giveaways giveaways;
    private final Drawer drawer;

    GiveawayDue(Ledger ledger, Giveaways giveaways, Drawer drawer) {
        this.ledger = ledger;
        this.giveaways = giveaways;
        this.drawer = drawer;
    }

    @Override
    public Deadline of() {
        return Deadline.GIVEAWAY;
    }

    @Override
    public Uni<List<Outgoing<?>>> due(Occasion occasion, DeadlineReached due, Mutiny.StatelessSession tx) {
        // the lock first, and then what holds under it
        return ledger.open(tx, occasion.guild(), List.of())
                .chain(() -> giveaways.find(tx, occasion.guild(), due.id()))
                .chain(found -> found.filter(one -> !one.isDrawn())
                        .map(one -> drawer.draw(occasion, tx, one))
                        .orElseGet(() -> Uni.createFrom().item(List.of())));
    }
}
