package dev.warren.gateway.owner;

import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** Turns the page of the guilds. */
@ApplicationScoped
class GuildPageButton implements ComponentHandler {
    private final Owners owners;
    private final GuildPages pages;

    GuildPageButton(Owners owners, GuildPages pages) {
        this.owners = owners;
        this.pages = pages;
    }

    @Override
    public String name() {
        return GuildPages.PAGE;
    }

    @Override
    public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
        int page = id.argument(0).map(Integer::parseInt).orElse(0);
        return Uni.createFrom()
                .item(owners.include(call.member().id()) ? Outcome.update(pages.page(page)) : OwnerCommand.notYours());
    }
}
