package dev.warren.economy.shop;

import dev.warren.economy.EconomySettings;
import dev.warren.economy.desk.Desk;
import dev.warren.economy.desk.Words;
import dev.warren.economy.ledger.Coins;
import dev.warren.economy.ledger.Draft;
import dev.warren.economy.shop.Counter.Visit;
import dev.warren.economy.shop.Item.Sale;
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
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /buy item [quantity]}. */
@ApplicationScoped
class BuyCommand implements CommandHandler {
    private final Counter counter;
    private final Desk desk;
    private final Items items;

    BuyCommand(Counter counter, Desk desk, Items items) {
        this.counter = counter;
        this.desk = desk;
        this.items = items;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("buy", "Buys an item from the shop of this server")
                .module(EconomySettings.MODULE)
                .options(Counter.item("What to buy"), Counter.quantity())
                .example("buy \"golden carrot\" 2")
                .in("de", "kaufen", "Kauft etwas aus dem Laden dieses Servers")
                .in("es-ES", "comprar", "Compra algo de la tienda de este servidor")
                .in("es-419", "comprar", "Compra algo de la tienda de este servidor")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return counter.buying(call, tx, visit -> {
            var sale = visit.item()
                    .sell(visit.quantity(), visit.held().bought(), call.member().roles(), call.time());
            return switch (sale) {
                case Sale.Sold(var cost) -> buy(call, tx, visit, cost);
                case Sale.SoldOut(var left) ->
                    refused(
                            "sold-out",
                            left == 0
                                    ? "**%s** is sold out."
                                            .formatted(visit.item().name())
                                    : "There are only %s × **%s** left."
                                            .formatted(
                                                    Words.number(left),
                                                    visit.item().name()));
                case Sale.LimitReached(var limit, var left) ->
                    refused(
                            "item-limit",
                            "A member may buy %s × **%s**; %s."
                                    .formatted(
                                            Words.number(limit),
                                            visit.item().name(),
                                            left == 0 ? "you have had them" : "you may buy " + left + " more"));
                case Sale.RoleNeeded(var role) ->
                    refused(
                            "role-needed",
                            "Only members with <@&%s> may buy **%s**."
                                    .formatted(role, visit.item().name()));
                case Sale.Closed _ ->
                    refused(
                            "closed",
                            "**%s** is not sold any more."
                                    .formatted(visit.item().name()));
            };
        });
    }

    private static Uni<Outcome> refused(String reason, String text) {
        return Uni.createFrom().item(Outcome.refused(reason, text));
    }

    private Uni<Outcome> buy(Call<CommandInvoked> call, Mutiny.StatelessSession tx, Visit visit, Coins cost) {
        var member = call.member().id();
        var book = visit.book();
        var after = visit.item().stocked(-visit.quantity());
        var draft = Draft.transfer(
                call.id(),
                Cause.PURCHASE,
                call.time(),
                book.wallet(member).id(),
                book.treasury().id(),
                cost);
        return desk.move(
                call,
                tx,
                book,
                draft,
                () -> items.save(tx, after)
                        .chain(() -> items.have(tx, after, member, visit.quantity(), visit.quantity())),
                moved -> Outcome.message(MessageBody.text("You bought %s × **%s** for **%s**. You have %s left.%s"
                                .formatted(
                                        Words.number(visit.quantity()),
                                        after.name(),
                                        Words.coins(cost),
                                        Words.coins(moved.book().wallet(member).coins()),
                                        after.gives().isPresent() ? " `/use` it for its role." : "")))
                        .emitting(Counter.moved(
                                call,
                                after,
                                moved.transaction().number(),
                                ItemMove.BOUGHT,
                                Optional.empty(),
                                visit.quantity(),
                                cost.amount())));
    }
}
