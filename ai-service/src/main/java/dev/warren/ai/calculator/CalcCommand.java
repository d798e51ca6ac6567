package dev.warren.ai.calculator;

import static dev.warren.runtime.commands.Option.option;

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
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /calc 2 * (3 + 4)}. */
@ApplicationScoped
class CalcCommand implements CommandHandler {
    @Override
    public CommandDescription description() {
        return Describe.command("calc", "Works a sum out")
                .module("ai")
                .options(option("sum", "Such as 2 * (3 + 4), 15% of 80 or sqrt(2)", OptionType.STRING)
                        .required()
                        .between(1, Calculator.LONGEST)
                        .rest())
                .example("calc 2 * (3 + 4)")
                .everywhere()
                .aliases("math")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var sum = call.required("sum").value();
        return Uni.createFrom()
                .item(
                        switch (Calculator.work(sum)) {
                            case Sum.Fine(var shown) ->
                                Outcome.message(MessageBody.text(
                                        "🧮 `" + sum.replace('`', '\'').strip() + "` = **" + shown + "**"));
                            case Sum.Wrong(var why) -> Outcome.refused("no-sum", why);
                        });
    }
}
