package dev.warren.economy.shop;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.economy.EconomySettings;
import dev.warren.economy.desk.Desk;
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
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.economy.MarketEvents.ItemMove;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /gift member item [quantity]}. */
@ApplicationScoped
class GiftCommand implements CommandHandler {
    private static final String MEMBER = "member";

    private final Counter counter;
    private final Desk desk;
    private final Items items;

    GiftCommand(Counter counter, Desk desk, Items items) {
        this.counter = counter;
        this.desk = desk;
        this.items = items;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("gift", "Gives an item of yours to another member")
                .module(EconomySettings.MODULE)
                .options(
                        option(MEMBER, "Who gets it", OptionType.USER).required(),
                        Counter.item("What to give"),
                        Counter.quantity())
                .example("gift @Ada \"golden carrot\"")
                .in("de", "schenken", "Schenkt einem Mitglied etwas von dir")
                .in("es-ES", "regalar", "Regala algo tuyo a otro miembro")
                .in("es-419", "regalar", "Regala algo tuyo a otro miembro")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var named = call.required(MEMBER);
        var to = named.asUser();
        if (to.equals(call.member().id())) {
            return Uni.createFrom().item(Outcome.refused("oneself", "You have it already; name another member."));
        }
        if (named.member().filter(Member::bot).isPresent()) {
            return Uni.createFrom().item(Outcome.refused("bot", "Bots have no use for items; name a member."));
        }
        return counter.having(
                call,
                tx,
                List.of(to),
                visit -> visit.book().holder(to).frozen()
                        ? Uni.createFrom().item(Desk.frozen(false))
                        : give(call, tx, visit, to));
    }

    private Uni<Outcome> give(Call<CommandInvoked> call, Mutiny.StatelessSession tx, Visit visit, UserId to) {
        var from = call.member().id();
        var item = visit.item();
        var book = visit.book();
        var draft = Draft.transfer(
                call.id(),
                Cause.GIFT,
                call.time(),
                book.wallet(from).id(),
                book.wallet(to).id(),
                Coins.NONE);
        return desk.move(
                call,
                tx,
                book,
                draft,
                () -> items.have(tx, item, from, -visit.quantity(), 0)
                        .chain(() -> items.have(tx, item, to, visit.quantity(), 0)),
                moved -> Outcome.message(MessageBody.text("%s gave %s %s × **%s**."
                                .formatted(
                                        Words.member(from),
                                        Words.member(to),
                                        Words.number(visit.quantity()),
                                        item.name())))
                        .emitting(Counter.moved(
                                call,
                                item,
                                moved.transaction().number(),
                                ItemMove.GIVEN,
                                Optional.of(to),
                                visit.quantity(),
                                0)));
    }
}
