package dev.warren.economy.richest;

import dev.warren.economy.EconomyConfig;
import dev.warren.economy.desk.Desk;
import dev.warren.economy.desk.Pages;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** The buttons under the richest. Everybody may turn the pages; they then show the place of whoever did. */
@ApplicationScoped
class RichestButtons implements ComponentHandler {
    private final EconomyConfig config;
    private final Riches riches;

    RichestButtons(EconomyConfig config, Riches riches) {
        this.config = config;
        this.riches = riches;
    }

    @Override
    public String name() {
        return RichestTexts.HANDLER;
    }

    @Override
    public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
        return riches.page(
                        tx,
                        Desk.guild(call),
                        Pages.asked(id),
                        config.pageSize(),
                        call.member().id())
                .map(page -> Outcome.update(RichestTexts.of(page, call.member().id())));
    }
}
