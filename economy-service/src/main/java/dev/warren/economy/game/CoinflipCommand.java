package dev.warren.economy.game;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.economy.EconomySettings;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /coinflip bet side}. */
@ApplicationScoped
class CoinflipCommand implements CommandHandler {
    private static final String SIDE = "side";

    private final QuickGame quick;

    CoinflipCommand(QuickGame quick) {
        this.quick = quick;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("coinflip", "Bets coins on a side of a coin: twice the bet if you are right")
                .module(EconomySettings.MODULE)
                .options(
                        Table.bet(),
                        option(SIDE, "Which side", OptionType.STRING).required().choices("heads", "tails"))
                .example("coinflip 100 heads")
                .aliases("flip")
                .in("de", "münzwurf", "Setzt Münzen auf eine Seite einer Münze: richtig gibt das Doppelte")
                .in("es-ES", "cara-o-cruz", "Apuesta monedas a un lado de una moneda: acertar da el doble")
                .in("es-419", "cara-o-cruz", "Apuesta monedas a un lado de una moneda: acertar da el doble")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return quick.play(call, tx, Game.COINFLIP, call.required(SIDE).value());
    }
}
