package dev.warren.runtime.greeting;

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

/** {@code /greet name}: says hello. */
@ApplicationScoped
class GreetCommand implements CommandHandler {
    @Override
    public CommandDescription description() {
        return Describe.command("greet", "Says hello to somebody")
                .options(option("name", "Whom to greet", OptionType.STRING)
                        .required()
                        .between(1, 32)
                        .completed())
                .example("greet Ada")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var name = call.required("name").value();
        return Uni.createFrom().item(Outcome.message(MessageBody.text("Hello, " + name + "!")));
    }
}
