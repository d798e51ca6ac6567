package dev.warren.gateway.help;

import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** Shows the details of the command that was chosen in the overview, to whom chose it. */
@ApplicationScoped
class HelpDetailsSelect implements ComponentHandler {
    private final HelpPages pages;

    HelpDetailsSelect(HelpPages pages) {
        this.pages = pages;
    }

    @Override
    public String name() {
        return HelpPages.DETAILS;
    }

    @Override
    public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
        return Uni.createFrom()
                .item(call.payload().values().stream()
                        .findFirst()
                        .flatMap(name -> pages.find(name, call.origin(), call.settings()))
                        .map(command -> Outcome.ephemeral(MessageBody.embed(
                                HelpTexts.details(command, call.settings().prefix()))))
                        .orElseGet(() -> Outcome.refused("unknown-command", "This command is gone, or not for you.")));
    }
}
