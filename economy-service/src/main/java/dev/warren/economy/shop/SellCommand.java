package dev.warren.economy.shop;

import dev.warren.economy.EconomySettings;
import dev.warren.economy.desk.Desk;
import dev.warren.economy.desk.Payouts;
import dev.warren.economy.desk.Words;
import dev.warren.economy.ledger.Coins;
import dev.warren.economy.ledger.Draft;
import dev.warren.economy.shop.Counter.Visit;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.economy.MarketEvents.ItemMove;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /sell item [quantity]}: back to the shop, for a part of the price. */
@ApplicationScoped
class SellCommand implements CommandHandler {
    private final Counter counter;
    private final Desk desk;
    private final Items items;

    SellCommand(Counter counter, Desk desk, Items items) {
        this.counter = counter;
        this.desk = desk;
        this.items = items;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("sell", "Sells an item back to the shop of this server")
                .module(EconomySettings.MODULE)
                .options(Counter.item("What to sell"), Counter.quantity())
                .example("sell \"golden carrot\"")
                .in("de", "verkaufen", "Verkauft etwas zurück an den Laden dieses Servers")
                .in("es-ES", "vender", "Devuelve algo a la tienda de este servidor por monedas")
                .in("es-419", "vender", "Devuelve algo a la tienda de este servidor por monedas")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return counter.having(call, tx, List.of(), visit -> {
            var coins = ShopSettings.resale(call.settings(), visit.item().price(), visit.quantity());
            return visit.item().removed() || coins.isNone()
                    ? Uni.createFrom()
                            .item(Outcome.refused(
                                    "not-taken-back",
                                    "The shop does not take **%s** back."
                                            .formatted(visit.item().name())))
                    : sell(call, tx, visit, coins);
        });
    }

    private Uni<Outcome> sell(Call<CommandInvoked> call, Mutiny.StatelessSession tx, Visit visit, Coins coins) {
        var member = call.member().id();
        var book = visit.book();
        var after = visit.item().stocked(visit.quantity());
        var draft = new Draft(
                call.id(),
                Cause.SALE,
                call.time(),
                Optional.empty(),
                Payouts.pay(book.treasury(), book.mint(), book.wallet(member), coins));
        return desk.move(
                call,
                tx,
                book,
                draft,
                () -> items.save(tx, after)
                        .chain(() -> items.have(tx, after, member, -visit.quantity(), -visit.quantity())),
                moved -> Outcome.message(MessageBody.text("You sold %s × **%s** for **%s**. You have %s in your wallet."
                                .formatted(
                                        Words.number(visit.quantity()),
                                        after.name(),
                                        Words.coins(coins),
                                        Words.coins(moved.book().wallet(member).coins()))))
                        .emitting(Counter.moved(
                                call,
                                after,
                                moved.transaction().number(),
                                ItemMove.SOLD,
                                Optional.empty(),
                                visit.quantity(),
                                coins.amount())));
    }
}
