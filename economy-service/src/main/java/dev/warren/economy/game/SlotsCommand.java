package dev.warren.economy.game;

import dev.warren.economy.EconomySettings;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /slots bet}. */
@ApplicationScoped
class SlotsCommand implements CommandHandler {
    private final QuickGame quick;

    SlotsCommand(QuickGame quick) {
        this.quick = quick;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("slots", "Bets coins on three reels: up to 100 times the bet")
                .module(EconomySettings.MODULE)
                .options(Table.bet())
                .example("slots 100")
                .aliases("slot")
                .in("de", "automat", "Setzt Münzen auf drei Walzen: bis zum Hundertfachen")
                .in("es-ES", "tragaperras", "Apuesta monedas a tres rodillos: hasta cien veces la apuesta")
                .in("es-419", "tragamonedas", "Apuesta monedas a tres rodillos: hasta cien veces la apuesta")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return quick.play(call, tx, Game.SLOTS, "");
    }
}
