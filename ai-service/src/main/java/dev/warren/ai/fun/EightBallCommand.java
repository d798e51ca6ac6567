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
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /8ball question}: ten ways of yes, five of who knows, five of no, as tradition wants it. */
@ApplicationScoped
class EightBallCommand implements CommandHandler {
    private static final int LONGEST = 300;
    private static final List<String> ANSWERS = List.of(
            "Yes, and gladly.",
            "All burrows point to yes.",
            "Without a doubt.",
            "You can build on it.",
            "So it will be.",
            "The clover says yes.",
            "Looks good from here.",
            "More likely than not.",
            "Go ahead.",
            "Yes.",
            "Ask again after a nap.",
            "The mist is too thick to tell.",
            "I had better not say it now.",
            "Think it over, then ask again.",
            "Nobody can know that yet.",
            "Do not count on it.",
            "My whiskers say no.",
            "Rather not.",
            "It does not look good.",
            "No.");

    private final Draws draws;

    EightBallCommand(Draws draws) {
        this.draws = draws;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("8ball", "Answers a question of yes and no")
                .module(FunSettings.MODULE)
                .options(option("question", "What you want to know", OptionType.STRING)
                        .required()
                        .between(1, LONGEST)
                        .rest())
                .example("8ball Will it rain tomorrow?")
                .everywhere()
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var question = FunTexts.plain(call.required("question").value());
        return draws.of(tx, call.id())
                .map(draw -> Outcome.message(
                        MessageBody.text("> " + question + "\n🎱 " + ANSWERS.get(draw.below(ANSWERS.size())))));
    }
}
