package dev.warren.economy.purse;

import dev.warren.economy.EconomyConfig;
import dev.warren.economy.desk.Pages;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** The buttons under a history, which may stand in a direct message: hence the guild in their ids. */
@ApplicationScoped
class HistoryButtons implements ComponentHandler {
    private final EconomyConfig config;
    private final Statements statements;

    HistoryButtons(EconomyConfig config, Statements statements) {
        this.config = config;
        this.statements = statements;
    }

    @Override
    public String name() {
        return HistoryTexts.HANDLER;
    }

    @Override
    public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
        var guild = new GuildId(Pages.number(id, 2));
        var member = new UserId(Pages.number(id, 3));
        if (!member.equals(call.member().id())) {
            return Uni.createFrom()
                    .item(Outcome.refused("not-yours", "These are another member's coins; `/history` shows yours."));
        }
        return statements
                .page(tx, guild, member, Pages.asked(id), config.pageSize())
                .map(page -> Outcome.update(HistoryTexts.of(page, guild, member)));
    }
}
