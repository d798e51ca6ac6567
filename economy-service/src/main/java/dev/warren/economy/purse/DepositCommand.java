package dev.warren.economy.purse;

import dev.warren.economy.EconomySettings;
import dev.warren.economy.desk.Amounts;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /deposit amount}. */
@ApplicationScoped
class DepositCommand implements CommandHandler {
    private final Shifting shifting;

    DepositCommand(Shifting shifting) {
        this.shifting = shifting;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("deposit", "Puts coins from your wallet into the bank")
                .module(EconomySettings.MODULE)
                .options(Amounts.option(Shifting.AMOUNT, "How many coins, such as 250, 1k, half or all"))
                .example("deposit all")
                .aliases("dep")
                .in("de", "einzahlen", "Legt Münzen aus der Geldbörse auf die Bank")
                .in("es-ES", "depositar", "Guarda monedas de la cartera en el banco")
                .in("es-419", "depositar", "Guarda monedas de la cartera en el banco")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return shifting.deposit(call, tx);
    }
}
