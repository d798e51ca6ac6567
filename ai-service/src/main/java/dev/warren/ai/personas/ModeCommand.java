package dev.warren.ai.personas;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.ai.personas.Manner.Mode;
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

/** {@code /mode}: for the member who uses it, in this guild. */
@ApplicationScoped
class ModeCommand implements CommandHandler {
    private final PostgresPersonas personas;

    ModeCommand(PostgresPersonas personas) {
        this.personas = personas;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("mode", "What the bot answers you for: talk or code")
                .module("ai")
                .answers(AnswerKind.EPHEMERAL)
                .options(option("mode", "normal or code; shows what holds when left out", OptionType.STRING)
                        .choices(Arrays.stream(Mode.values()).map(Mode::id).toArray(String[]::new)))
                .example("mode code")
                .everywhere()
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var member = call.member().id();
        var wanted = call.option("mode").map(OptionValue::value).flatMap(Mode::of);
        return personas.manner(tx, call.guild(), member)
                .chain(now -> wanted.isEmpty()
                        ? Uni.createFrom().item(said("Your mode here is **%s**.", now.mode()))
                        : personas.save(tx, call.guild(), member, new Manner(now.creativity(), wanted.get()))
                                .replaceWith(said("Your mode here is **%s** from now on.", wanted.get())));
    }

    private static Outcome said(String text, Mode what) {
        return Outcome.ephemeral(MessageBody.text(text.formatted(what.id())));
    }
}
