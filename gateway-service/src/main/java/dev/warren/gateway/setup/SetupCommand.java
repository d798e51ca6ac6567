package dev.warren.gateway.setup;

import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /setup}. */
@ApplicationScoped
class SetupCommand implements CommandHandler {
    private final SetupPage page;

    SetupCommand(SetupPage page) {
        this.page = page;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("setup", "Shows what I lack in this server, and what to do about it")
                .module("settings")
                .answers(AnswerKind.EPHEMERAL)
                .needs(Permission.MANAGE_GUILD)
                .in("de", "einrichten", "Zeigt, was mir auf diesem Server fehlt und was dagegen hilft")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var guild =
                call.guild().orElseThrow(() -> new IllegalStateException("the setup was asked for outside a guild"));
        return Uni.createFrom().item(Outcome.ephemeral(page.page(guild, call.settings())));
    }
}
