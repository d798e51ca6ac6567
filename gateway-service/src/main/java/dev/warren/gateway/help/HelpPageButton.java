package dev.warren.gateway.help;

import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** Turns the overview's page. */
@ApplicationScoped
class HelpPageButton implements ComponentHandler {
    private final HelpPages pages;

    HelpPageButton(HelpPages pages) {
        this.pages = pages;
    }

    @Override
    public String name() {
        return HelpPages.PAGE;
    }

    @Override
    public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
        int page = id.argument(0).map(Integer::parseInt).orElse(0);
        return Uni.createFrom().item(Outcome.update(pages.overview(page, call.origin(), call.settings())));
    }
}
