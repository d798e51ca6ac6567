package dev.warren.memory.facts;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.memory.facts.Fact.Origin;
import dev.warren.memory.facts.FactBook.Remembered;
import dev.warren.memory.facts.FactBook.Told;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /remember}: a member tells something to be remembered. */
@ApplicationScoped
class RememberCommand implements CommandHandler {
    static final String MODULE = "memory";

    private static final String TEXT = "text";

    private final FactBook book;

    RememberCommand(FactBook book) {
        this.book = book;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("remember", "Remembers something about you")
                .module(MODULE)
                .everywhere()
                .answers(AnswerKind.EPHEMERAL)
                .in("de", "merken", "Merkt sich etwas über dich")
                .in("es-ES", "memorizar", "Memoriza algo sobre ti")
                .options(option(TEXT, "What, in one sentence", OptionType.STRING)
                        .required()
                        .between(1, FactText.LONGEST)
                        .rest())
                .example("remember I live in Hamburg")
                .build();
    }

    @Override
    public Uni<Void> prepare(Call<CommandInvoked> call) {
        var text = text(call);
        return FactText.wrong(text).isPresent() ? Uni.createFrom().voidItem() : book.prepare(text);
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var text = text(call);
        return FactText.wrong(text)
                .map(why -> Uni.createFrom().item(Outcome.refused("wrong-fact", why)))
                .orElseGet(
                        () -> book.remember(tx, new Told(call.member().id(), text, call.id(), Origin.TOLD, call.time()))
                                .map(RememberCommand::said));
    }

    private static Outcome said(Remembered remembered) {
        var text = FactTexts.remembered(remembered);
        return switch (remembered) {
            case Remembered.Full _ -> Outcome.refused("too-many-facts", text);
            case Remembered.Unwanted _ -> Outcome.refused("nothing-kept", text);
            case Remembered.Noted _, Remembered.Outdated _, Remembered.Before _ ->
                Outcome.ephemeral(MessageBody.text(text));
        };
    }

    private static String text(Call<CommandInvoked> call) {
        return FactText.tidy(call.required(TEXT).value());
    }
}
