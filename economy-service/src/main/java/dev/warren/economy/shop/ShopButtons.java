package dev.warren.economy.shop;

import dev.warren.economy.desk.Pages;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** The buttons that turn the shop's pages. */
@ApplicationScoped
class ShopButtons implements ComponentHandler {
    private final ShopWindow window;

    ShopButtons(ShopWindow window) {
        this.window = window;
    }

    @Override
    public String name() {
        return ShopTexts.SHOP;
    }

    @Override
    public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
        return window.page(call, tx, Pages.asked(id)).map(Outcome::update);
    }
}
