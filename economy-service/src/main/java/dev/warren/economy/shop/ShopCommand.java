package dev.warren.economy.shop;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.economy.EconomySettings;
import dev.warren.economy.desk.Amounts;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Option;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /shop list|add|edit|remove}. */
@ApplicationScoped
class ShopCommand implements CommandHandler {
    private static final String PAGE = "page";
    private static final long MOST = 1_000_000_000L;

    private final ShopWindow window;
    private final ShopShelves shelves;

    ShopCommand(ShopWindow window, ShopShelves shelves) {
        this.window = window;
        this.shelves = shelves;
    }

    @Override
    public CommandDescription description() {
        var managing = Permissions.of(Permission.MANAGE_GUILD);
        return Describe.command("shop", "Shows what this server sells, and changes it")
                .module(EconomySettings.MODULE)
                .aliases("store")
                .in("de", "laden", "Zeigt, was dieser Server verkauft, und ändert es")
                .in("es-ES", "tienda", "Muestra lo que vende este servidor y lo cambia")
                .in("es-419", "tienda", "Muestra lo que vende este servidor y lo cambia")
                .subcommand(
                        "list",
                        "Shows what this server sells",
                        AnswerKind.PUBLIC,
                        "shop list 2",
                        option(PAGE, "Which page; the first if you name none", OptionType.INTEGER)
                                .between(1, 1000))
                .subcommand(
                        Optional.empty(),
                        "add",
                        "Puts a new item into the shop",
                        AnswerKind.EPHEMERAL,
                        "shop add \"golden carrot\" 250",
                        managing,
                        option(ShopShelves.NAME, "What it is called", OptionType.STRING)
                                .required()
                                .between(1, Item.LONGEST_NAME),
                        Amounts.option(ShopShelves.PRICE, "What one costs, such as 250 or 1k"),
                        option(ShopShelves.DESCRIPTION, "What it is", OptionType.STRING)
                                .between(1, Item.LONGEST_DESCRIPTION),
                        stock(),
                        limit(),
                        requires(),
                        gives(),
                        lasts(),
                        closes())
                .subcommand(
                        Optional.empty(),
                        "edit",
                        "Changes an item of the shop",
                        AnswerKind.EPHEMERAL,
                        "shop edit \"golden carrot\" 300",
                        managing,
                        Counter.item("Which item"),
                        option(ShopShelves.PRICE, "What one costs, such as 250 or 1k", OptionType.AMOUNT)
                                .between(1, Amounts.MOST),
                        option(ShopShelves.NAME, "What it is called from now on", OptionType.STRING)
                                .between(1, Item.LONGEST_NAME),
                        option(ShopShelves.DESCRIPTION, "What it is", OptionType.STRING)
                                .between(1, Item.LONGEST_DESCRIPTION),
                        stock(),
                        limit(),
                        requires(),
                        gives(),
                        lasts(),
                        closes(),
                        option(ShopShelves.CLEAR, "What of it is to hold no more", OptionType.STRING)
                                .choices(
                                        ShopShelves.DESCRIPTION,
                                        ShopShelves.STOCK,
                                        ShopShelves.LIMIT,
                                        ShopShelves.REQUIRES,
                                        ShopShelves.GIVES,
                                        ShopShelves.LASTS,
                                        ShopShelves.CLOSES))
                .subcommand(
                        Optional.empty(),
                        "remove",
                        "Takes an item out of the shop; members keep theirs",
                        AnswerKind.EPHEMERAL,
                        "shop remove \"golden carrot\"",
                        managing,
                        Counter.item("Which item"))
                .bare("list")
                .build();
    }

    private static Option stock() {
        return option(ShopShelves.STOCK, "How many there are; no end of them if you name none", OptionType.INTEGER)
                .between(0, MOST);
    }

    private static Option limit() {
        return option(ShopShelves.LIMIT, "How many one member may buy", OptionType.INTEGER)
                .between(1, MOST);
    }

    private static Option requires() {
        return option(ShopShelves.REQUIRES, "The role that one must have to buy it", OptionType.ROLE);
    }

    private static Option gives() {
        return option(ShopShelves.GIVES, "The role that using it gives", OptionType.ROLE);
    }

    private static Option lasts() {
        return option(
                ShopShelves.LASTS,
                "How long that role is held, such as 7d; for ever if you say nothing",
                OptionType.DURATION);
    }

    private static Option closes() {
        return option(ShopShelves.CLOSES, "How long it is sold, such as 24h", OptionType.DURATION);
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return switch (call.payload().subcommand().orElse("list")) {
            case "add" -> shelves.add(call, tx);
            case "edit" -> shelves.edit(call, tx);
            case "remove" -> shelves.remove(call, tx);
            default -> {
                int page = (int) (call.option(PAGE).map(OptionValue::asLong).orElse(1L) - 1);
                yield window.page(call, tx, page).map(Outcome::message);
            }
        };
    }
}
