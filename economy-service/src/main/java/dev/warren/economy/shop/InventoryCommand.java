package dev.warren.economy.shop;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.economy.EconomyConfig;
import dev.warren.economy.EconomySettings;
import dev.warren.economy.desk.Desk;
import dev.warren.economy.desk.Pages;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /inventory [member]}, and the buttons that turn its pages. */
@ApplicationScoped
class InventoryCommand implements CommandHandler, ComponentHandler {
    private static final String MEMBER = "member";

    private final EconomyConfig config;
    private final Items items;

    InventoryCommand(EconomyConfig config, Items items) {
        this.config = config;
        this.items = items;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("inventory", "Shows the items of a member")
                .module(EconomySettings.MODULE)
                .options(option(MEMBER, "Whose; yours if you name nobody", OptionType.USER))
                .example("inventory @Ada")
                .aliases("inv")
                .in("de", "inventar", "Zeigt, was ein Mitglied besitzt")
                .in("es-ES", "inventario", "Muestra lo que tiene un miembro")
                .in("es-419", "inventario", "Muestra lo que tiene un miembro")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var member = call.option(MEMBER)
                .map(OptionValue::asUser)
                .orElse(call.member().id());
        return page(call, tx, member, 0).map(Outcome::message);
    }

    @Override
    public String name() {
        return ShopTexts.INVENTORY;
    }

    @Override
    public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
        return page(call, tx, new UserId(Pages.number(id, 2)), Pages.asked(id)).map(Outcome::update);
    }

    private Uni<MessageBody> page(Call<?> call, Mutiny.StatelessSession tx, UserId member, int asked) {
        int size = config.pageSize();
        int first = (int) Math.min((long) asked * size, Integer.MAX_VALUE - size);
        return items.inventory(tx, Desk.guild(call), member, size, first)
                .chain(owned -> owned.isEmpty() && asked > 0
                        ? page(call, tx, member, 0)
                        : Uni.createFrom().item(ShopTexts.inventory(member, owned, asked, size)));
    }
}
