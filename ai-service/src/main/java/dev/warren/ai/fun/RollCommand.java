package dev.warren.ai.fun;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.ai.draws.Draws;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /roll 2d6+3}. */
@ApplicationScoped
class RollCommand implements CommandHandler {
    private static final String USUAL = "d6";
    private static final int LONGEST = 100;

    private final Draws draws;

    RollCommand(Draws draws) {
        this.draws = draws;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("roll", "Rolls dice, such as 2d6+3 or 4d6kh3")
                .module(FunSettings.MODULE)
                .options(option("dice", "What to roll; one die of six sides when left out", OptionType.STRING)
                        .between(1, LONGEST)
                        .rest())
                .example("roll 2d6+3")
                .everywhere()
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var written = call.option("dice").map(OptionValue::value).orElse(USUAL);
        var dice = Dice.read(written);
        if (dice.isEmpty()) {
            return Uni.createFrom()
                    .item(Outcome.refused(
                            "no-dice",
                            "`dice` must be dice, " + Dice.HOW + ". `" + FunTexts.plain(written) + "` is not."));
        }
        return draws.of(tx, call.id()).map(draw -> {
            var rolled = dice.get().roll(draw);
            return Outcome.message(MessageBody.text(
                    "🎲 **%,d** = %s  (`%s`)".formatted(rolled.total(), rolled.shown(), FunTexts.plain(written))));
        });
    }
}
