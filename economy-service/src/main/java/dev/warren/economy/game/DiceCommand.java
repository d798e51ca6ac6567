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

/** {@code /dice bet guess}. */
@ApplicationScoped
class DiceCommand implements CommandHandler {
    private static final String GUESS = "guess";

    private final QuickGame quick;

    DiceCommand(QuickGame quick) {
        this.quick = quick;
    }

    @Override
    public CommandDescription description() {
        return Describe.command(
                        "dice", "Bets coins on a die: six times the bet for the number, twice for a half of them")
                .module(EconomySettings.MODULE)
                .options(
                        Table.bet(),
                        option(GUESS, "A number, or a half of the numbers", OptionType.STRING)
                                .required()
                                .choices("1", "2", "3", "4", "5", "6", "low", "high", "even", "odd"))
                .example("dice 100 6")
                .in(
                        "de",
                        "würfel",
                        "Setzt Münzen auf einen Würfel: das Sechsfache für die Zahl, das Doppelte für die Hälfte")
                .in("es-ES", "dados", "Apuesta monedas a un dado: seis veces por el número, el doble por una mitad")
                .in("es-419", "dados", "Apuesta monedas a un dado: seis veces por el número, el doble por una mitad")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return quick.play(call, tx, Game.DICE, call.required(GUESS).value());
    }
}
