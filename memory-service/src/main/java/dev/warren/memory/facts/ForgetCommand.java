package dev.warren.memory.facts;

import static dev.warren.runtime.commands.Option.option;

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
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /forget}: one thing by its number, one of those that come nearest to some words, or one of the newest. */
@ApplicationScoped
class ForgetCommand implements CommandHandler {
    static final String NAME = "forget";
    static final String WHAT = "what";

    private static final Pattern NUMBER = Pattern.compile("#?([0-9]{1,9})");

    private final FactsConfig config;
    private final FactBook book;
    private final Facts facts;

    ForgetCommand(FactsConfig config, FactBook book, Facts facts) {
        this.config = config;
        this.book = book;
        this.facts = facts;
    }

    @Override
    public CommandDescription description() {
        return Describe.command(NAME, "Forgets something about you, or everything")
                .module(RememberCommand.MODULE)
                .everywhere()
                .answers(AnswerKind.EPHEMERAL)
                .in("de", "vergessen", "Vergisst etwas über dich, oder alles")
                .in("es-ES", "olvidar", "Olvida algo sobre ti, o todo")
                .options(option(
                                WHAT,
                                "Its number, or words that come near; I show the newest by default",
                                OptionType.STRING)
                        .between(1, FactText.LONGEST)
                        .completed()
                        .rest())
                .example("forget 3")
                .build();
    }

    @Override
    public Uni<Void> prepare(Call<CommandInvoked> call) {
        return typed(call)
                .filter(text -> number(text).isEmpty() && FactText.wrong(text).isEmpty())
                .map(book::prepare)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var member = call.member().id();
        var typed = typed(call);
        if (typed.isEmpty()) {
            return facts.newest(tx, member, config.listed()).chain(newest -> choice(tx, member, newest, false));
        }
        var number = typed.flatMap(ForgetCommand::number);
        if (number.isPresent()) {
            return forget(tx, member, number.get());
        }
        return FactText.wrong(typed.get())
                .map(why -> Uni.createFrom().item(Outcome.refused("wrong-query", why)))
                .orElseGet(() -> book.recall(tx, member, typed.get(), config.recalled())
                        .map(found -> found.stream().map(FactBook.Found::fact).toList())
                        .chain(found -> choice(tx, member, found, true)));
    }

    private Uni<Outcome> choice(Mutiny.StatelessSession tx, UserId member, List<Fact> shown, boolean searched) {
        return facts.count(tx, member).map(all -> Outcome.ephemeral(FactTexts.choice(member, shown, all, searched)));
    }

    private Uni<Outcome> forget(Mutiny.StatelessSession tx, UserId member, int number) {
        return book.forget(tx, member, List.of(number))
                .map(gone -> gone.isEmpty()
                        ? Outcome.refused(
                                "no-such-fact",
                                "I remember nothing as `#" + number + "`. `/recall` shows what I do remember.")
                        : Outcome.ephemeral(MessageBody.text(FactTexts.forgotten(gone))));
    }

    private static Optional<String> typed(Call<CommandInvoked> call) {
        return call.option(WHAT).map(OptionValue::value).map(FactText::tidy).filter(text -> !text.isEmpty());
    }

    private static Optional<Integer> number(String text) {
        return Optional.of(NUMBER.matcher(text))
                .filter(found -> found.matches())
                .map(found -> Integer.valueOf(found.group(1)));
    }
}
