package dev.warren.economy.earning;

import dev.warren.economy.EconomySettings;
import dev.warren.economy.desk.Desk;
import dev.warren.economy.desk.LevelHandler;
import dev.warren.economy.desk.Occasion;
import dev.warren.economy.ledger.Coins;
import dev.warren.economy.ledger.Draft;
import dev.warren.economy.ledger.Ledger;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.leveling.LevelingEvent.LevelReached;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Pays for levels, where a guild wants that: the setting times the level, for each one that was reached at once. */
@ApplicationScoped
class LevelBonus implements LevelHandler {
    private final SettingsView settings;
    private final Ledger ledger;
    private final Desk desk;

    LevelBonus(SettingsView settings, Ledger ledger, Desk desk) {
        this.settings = settings;
        this.ledger = ledger;
        this.desk = desk;
    }

    @Override
    public Uni<List<Outgoing<?>>> reached(Occasion occasion, LevelReached reached, Mutiny.StatelessSession tx) {
        var coins = bonus(reached);
        var member = reached.user();
        return coins.isNone()
                ? Uni.createFrom().item(List.of())
                : ledger.open(tx, reached.guild(), List.of(member))
                        .chain(book -> desk.record(
                                occasion,
                                tx,
                                book,
                                Draft.transfer(
                                        occasion.id().derive("bonus"),
                                        Cause.LEVEL,
                                        occasion.time(),
                                        book.mint().id(),
                                        book.wallet(member).id(),
                                        coins)));
    }

    private Coins bonus(LevelReached reached) {
        var held = settings.at(Optional.of(reached.guild()), reached.at());
        long coins = 0;
        for (int level = reached.previous() + 1; level <= reached.level(); level++) {
            coins = Math.addExact(coins, EconomySettings.levelBonus(held, level));
        }
        return new Coins(coins);
    }
}
