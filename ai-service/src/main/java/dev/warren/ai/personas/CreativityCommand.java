package dev.warren.ai.personas;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.ai.personas.Manner.Creativity;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /creativity}: for the member who uses it, in this guild. */
@ApplicationScoped
class CreativityCommand implements CommandHandler {
    private final PostgresPersonas personas;

    CreativityCommand(PostgresPersonas personas) {
        this.personas = personas;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("creativity", "How freely the bot answers you")
                .module("ai")
                .answers(AnswerKind.EPHEMERAL)
                .options(option(
                                "level",
                                "precise, balanced, creative or wild; shows what holds when left out",
                                OptionType.STRING)
                        .choices(Arrays.stream(Creativity.values())
                                .map(Creativity::id)
                                .toArray(String[]::new)))
                .example("creativity creative")
                .everywhere()
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var member = call.member().id();
        var wanted = call.option("level").map(OptionValue::value).flatMap(Creativity::of);
        return personas.manner(tx, call.guild(), member)
                .chain(now -> wanted.isEmpty()
                        ? Uni.createFrom().item(said("Your creativity here is **%s**.", now.creativity()))
                        : personas.save(tx, call.guild(), member, new Manner(wanted.get(), now.mode()))
                                .replaceWith(said("Your creativity here is **%s** from now on.", wanted.get())));
    }

    private static Outcome said(String text, Creativity what) {
        return Outcome.ephemeral(MessageBody.text(text.formatted(what.id())));
    }
}
