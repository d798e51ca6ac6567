package dev.warren.economy.shop;

import dev.warren.economy.desk.Desk;
import dev.warren.economy.desk.Occasion;
import dev.warren.economy.ledger.Book;
import dev.warren.economy.shop.Items.Held;
import dev.warren.economy.shop.Items.Owned;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Option;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.texts.Similar;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.economy.EconomyEvent;
import dev.warren.schemas.economy.MarketEvents.ItemMove;
import dev.warren.schemas.economy.MarketEvents.ItemMoved;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Where members come with the name of an item. */
@ApplicationScoped
class Counter {
    static final String ITEM = "item";
    static final String QUANTITY = "quantity";
    /** The most that one command moves. */
    static final long MOST = 1_000;
    /** Names that are looked through for one that was meant. */
    private static final int LOOKED_AT = 200;

    private final Desk desk;
    private final Items items;

    Counter(Desk desk, Items items) {
        this.desk = desk;
        this.items = items;
    }

    /** A member before an item, with the guild's book open. */
    record Visit(Book book, Item item, Held held, long quantity) {}

    static Option item(String description) {
        return Option.option(ITEM, description, OptionType.STRING)
                .required()
                .between(1, Item.LONGEST_NAME)
                .completed();
    }

    static Option quantity() {
        return Option.option(QUANTITY, "How many; 1 if you name none", OptionType.INTEGER)
                .between(1, MOST);
    }

    /** Before an item that is sold. */
    Uni<Outcome> buying(Call<?> call, Mutiny.StatelessSession tx, Function<Visit, Uni<Outcome>> then) {
        return visit(call, tx, List.of(), false, then);
    }

    /** Before an item that the member has, enough of them; the book is open for these others, too. */
    Uni<Outcome> having(
            Call<?> call, Mutiny.StatelessSession tx, List<UserId> others, Function<Visit, Uni<Outcome>> then) {
        return visit(
                call,
                tx,
                others,
                true,
                visit -> visit.held().quantity() < visit.quantity()
                        ? Uni.createFrom()
                                .item(Outcome.refused(
                                        "not-enough-items",
                                        "You have %d × **%s**, and that takes %d."
                                                .formatted(
                                                        visit.held().quantity(),
                                                        visit.item().name(),
                                                        visit.quantity())))
                        : then.apply(visit));
    }

    private Uni<Outcome> visit(
            Call<?> call,
            Mutiny.StatelessSession tx,
            List<UserId> others,
            boolean own,
            Function<Visit, Uni<Outcome>> then) {
        var member = call.member().id();
        var name = call.required(ITEM).value();
        long quantity = call.option(QUANTITY).map(OptionValue::asLong).orElse(1L);
        var members = Stream.concat(Stream.of(member), others.stream()).toList();
        return desk.open(call, tx, members).chain(book -> {
            if (book.holder(member).frozen()) {
                return Uni.createFrom().item(Desk.frozen(true));
            }
            var found = own ? items.findHeld(tx, book.guild(), name, member) : items.find(tx, book.guild(), name);
            return found.chain(item -> item.isEmpty()
                    ? unknown(call, tx, name, own)
                    : items.held(tx, item.get(), member)
                            .chain(held -> then.apply(new Visit(book, item.get(), held, quantity))));
        });
    }

    /** Why an item is not found, and which may have been meant. */
    Uni<Outcome> unknown(Call<?> call, Mutiny.StatelessSession tx, String name, boolean own) {
        return names(call, tx, own).map(names -> {
            var meant = Similar.nearest(
                            Item.key(name), names.stream().map(Item::key).toList())
                    .flatMap(key -> names.stream()
                            .filter(one -> Item.key(one).equals(key))
                            .findFirst());
            var hint = meant.map(one -> " Did you mean **" + one + "**?")
                    .orElse(own ? " `/inventory` shows what you have." : " `/shop` shows what there is.");
            return Outcome.refused(
                    "unknown-item", (own ? "You have no item of that name." : "No item is called that.") + hint);
        });
    }

    private Uni<List<String>> names(Call<?> call, Mutiny.StatelessSession tx, boolean own) {
        var guild = Desk.guild(call);
        return own
                ? items.inventory(tx, guild, call.member().id(), LOOKED_AT, 0)
                        .map(owned ->
                                owned.stream().map(Owned::item).map(Item::name).toList())
                : items.sold(tx, guild, LOOKED_AT, 0)
                        .map(sold -> sold.stream().map(Item::name).toList());
    }

    /** The event of what was decided. */
    static Outgoing<EconomyEvent> moved(
            Call<?> call, Item item, long number, ItemMove move, Optional<UserId> to, long quantity, long coins) {
        var member = call.member().id();
        return Occasion.of(call)
                .causes(
                        "item-moved",
                        Keys.member(Optional.of(item.guild()), member),
                        new ItemMoved(
                                item.guild(), item.id(), number, move, member, to, quantity, coins, item.stock()));
    }
}
