package dev.warren.economy.shop;

import dev.warren.economy.EconomyConfig;
import dev.warren.economy.desk.Amounts;
import dev.warren.economy.desk.AuditTrail;
import dev.warren.economy.desk.Desk;
import dev.warren.economy.desk.Occasion;
import dev.warren.economy.desk.Spans;
import dev.warren.economy.ledger.Book;
import dev.warren.economy.ledger.Coins;
import dev.warren.economy.ledger.Draft;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.economy.MarketEvents.ItemChange;
import dev.warren.schemas.economy.MarketEvents.ItemChanged;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** What those who manage a guild do to its shop. Each change has a number in the ledger, since later sales depend on it. */
@ApplicationScoped
class ShopShelves {
    static final String NAME = "name";
    static final String PRICE = "price";
    static final String DESCRIPTION = "description";
    static final String STOCK = "stock";
    static final String LIMIT = "limit";
    static final String REQUIRES = "required-role";
    static final String GIVES = "role";
    static final String LASTS = "lasts";
    static final String CLOSES = "closes";
    static final String CLEAR = "clear";

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    private final EconomyConfig.Shop config;
    private final Desk desk;
    private final Items items;
    private final Counter counter;

    ShopShelves(EconomyConfig config, Desk desk, Items items, Counter counter) {
        this.config = config.shop();
        this.desk = desk;
        this.items = items;
        this.counter = counter;
    }

    Uni<Outcome> add(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return checked(call)
                .orElseGet(() -> desk.open(call, tx, List.of()).chain(book -> {
                    var name = call.required(NAME).value();
                    return items.find(tx, book.guild(), name)
                            .chain(found -> items.count(tx, book.guild()).chain(count -> {
                                if (found.isPresent()) {
                                    return refused(
                                            "item-exists",
                                            "**%s** is sold already; `/shop edit` changes it."
                                                    .formatted(found.get().name()));
                                }
                                if (count >= config.most()) {
                                    return refused(
                                            "shop-full",
                                            "A shop can have %d items; `/shop remove` one first."
                                                    .formatted(config.most()));
                                }
                                return items.nextId(tx)
                                        .chain(id -> store(call, tx, book, fresh(call, id), ItemChange.ADDED, "added"));
                            }));
                }));
    }

    Uni<Outcome> edit(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return checked(call)
                .orElseGet(() -> onItem(call, tx, book -> item -> {
                    var edited = edited(call, item);
                    return Item.key(edited.name()).equals(Item.key(item.name()))
                            ? store(call, tx, book, edited, ItemChange.EDITED, "changed")
                            : items.find(tx, book.guild(), edited.name())
                                    .chain(other -> other.isPresent()
                                            ? refused("item-exists", "**%s** is sold already.".formatted(edited.name()))
                                            : store(call, tx, book, edited, ItemChange.EDITED, "changed"));
                }));
    }

    Uni<Outcome> remove(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return onItem(
                call, tx, book -> item -> store(call, tx, book, item.remove(), ItemChange.REMOVED, "sold no more"));
    }

    private Uni<Outcome> onItem(
            Call<CommandInvoked> call, Mutiny.StatelessSession tx, Function<Book, Function<Item, Uni<Outcome>>> then) {
        var name = call.required(Counter.ITEM).value();
        return desk.open(call, tx, List.of())
                .chain(book -> items.find(tx, book.guild(), name)
                        .chain(found ->
                                found.map(then.apply(book)).orElseGet(() -> counter.unknown(call, tx, name, false))));
    }

    private static Uni<Outcome> refused(String reason, String text) {
        return Uni.createFrom().item(Outcome.refused(reason, text));
    }

    /** What would be wrong with any item; none when nothing is. */
    private static Optional<Uni<Outcome>> checked(Call<?> call) {
        var price =
                call.option(PRICE).filter(value -> Amounts.of(value, Coins.NONE).isNone());
        if (price.isPresent()) {
            return Optional.of(refused("wrong-price", "`price` must be a number of coins such as 250 or 1k."));
        }
        if (call.option(NAME).filter(name -> name.value().isBlank()).isPresent()) {
            return Optional.of(refused("wrong-name", "`name` must have a letter or more."));
        }
        if (call.option(LASTS).isPresent()
                && call.option(GIVES).isEmpty()
                && "add"
                        .equals(
                                call.payload() instanceof CommandInvoked one
                                        ? one.subcommand().orElse("")
                                        : "")) {
            return Optional.of(refused("no-role", "`lasts` says how long the role is held, so name a `role`, too."));
        }
        return span(call, LASTS)
                .or(() -> span(call, CLOSES))
                .map(refusal -> Uni.createFrom().item(refusal));
    }

    private static Optional<Outcome> span(Call<?> call, String name) {
        return call.option(name).flatMap(value -> Spans.refuse(name, value.asDuration(), SHORTEST, LONGEST));
    }

    private static Item fresh(Call<CommandInvoked> call, long id) {
        return new Item(
                id,
                Desk.guild(call),
                call.required(NAME).value(),
                call.option(DESCRIPTION).map(OptionValue::value).orElse(""),
                Amounts.of(call.required(PRICE), Coins.NONE),
                call.option(STOCK).map(OptionValue::asLong),
                call.option(LIMIT).map(OptionValue::asLong),
                call.option(REQUIRES).map(OptionValue::asRole),
                call.option(GIVES).map(OptionValue::asRole),
                call.option(LASTS).map(OptionValue::asDuration),
                call.option(CLOSES).map(value -> call.time().plus(value.asDuration())),
                false);
    }

    private static Item edited(Call<CommandInvoked> call, Item item) {
        return new Item(
                item.id(),
                item.guild(),
                call.option(NAME).map(OptionValue::value).orElse(item.name()),
                changed(call, DESCRIPTION, OptionValue::value, Optional.of(item.description()))
                        .orElse(""),
                call.option(PRICE).map(value -> Amounts.of(value, Coins.NONE)).orElse(item.price()),
                changed(call, STOCK, OptionValue::asLong, item.stock()),
                changed(call, LIMIT, OptionValue::asLong, item.limit()),
                changed(call, REQUIRES, OptionValue::asRole, item.requires()),
                changed(call, GIVES, OptionValue::asRole, item.gives()),
                changed(call, LASTS, OptionValue::asDuration, item.lasts()),
                changed(call, CLOSES, value -> call.time().plus(value.asDuration()), item.closesAt()),
                false);
    }

    private static <V> Optional<V> changed(
            Call<?> call, String name, Function<OptionValue, V> read, Optional<V> before) {
        return call.option(CLEAR).filter(value -> value.value().equals(name)).isPresent()
                ? Optional.empty()
                : call.option(name).map(read).or(() -> before);
    }

    private Uni<Outcome> store(
            Call<CommandInvoked> call,
            Mutiny.StatelessSession tx,
            Book book,
            Item item,
            ItemChange change,
            String done) {
        var draft = Draft.transfer(
                call.id(),
                Cause.SHOP,
                call.time(),
                book.treasury().id(),
                book.house().id(),
                Coins.NONE);
        return desk.move(call, tx, book, draft, () -> items.save(tx, item), moved -> {
            long number = moved.transaction().number();
            return Outcome.ephemeral(MessageBody.text("**%s** is %s, transaction `#%d`.\n%s"
                            .formatted(item.name(), done, number, ShopTexts.line(item, call.time()))))
                    .emitting(
                            Occasion.of(call).causes("item-changed", told(item, number, change)),
                            AuditTrail.of(
                                    call,
                                    "item-" + change.name().toLowerCase(Locale.ROOT),
                                    "item " + item.id(),
                                    Map.of("number", Long.toString(number))));
        });
    }

    private static ItemChanged told(Item item, long number, ItemChange change) {
        return new ItemChanged(
                item.guild(),
                item.id(),
                number,
                change,
                item.name(),
                item.price().amount(),
                item.stock(),
                item.limit(),
                item.requires(),
                item.gives(),
                item.lasts());
    }
}
