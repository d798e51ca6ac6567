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

/** {@code /withdraw amount}. */
@ApplicationScoped
class WithdrawCommand implements CommandHandler {
    private final Shifting shifting;

    WithdrawCommand(Shifting shifting) {
        this.shifting = shifting;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("withdraw", "Takes coins from the bank into your wallet")
                .module(EconomySettings.MODULE)
                .options(Amounts.option(Shifting.AMOUNT, "How many coins, such as 250, 1k, half or all"))
                .example("withdraw 250")
                .aliases("wd")
                .in("de", "abheben", "Holt Münzen von der Bank in die Geldbörse")
                .in("es-ES", "retirar", "Saca monedas del banco a la cartera")
                .in("es-419", "retirar", "Saca monedas del banco a la cartera")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return shifting.withdraw(call, tx);
    }
}
