package dev.warren.memory.facts;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /recall}: what is remembered about the member that asks, by its meaning. */
@ApplicationScoped
class RecallCommand implements CommandHandler {
    private static final String QUERY = "query";

    private final FactsConfig config;
    private final FactBook book;
    private final Facts facts;

    RecallCommand(FactsConfig config, FactBook book, Facts facts) {
        this.config = config;
        this.book = book;
        this.facts = facts;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("recall", "Tells what I remember about you")
                .module(RememberCommand.MODULE)
                .everywhere()
                .answers(AnswerKind.EPHEMERAL)
                .in("de", "wissen", "Sagt, was ich über dich weiß")
                .in("es-ES", "recuerdos", "Dice lo que recuerdo de ti")
                .options(option(QUERY, "About what; the newest by default", OptionType.STRING)
                        .between(1, FactText.LONGEST)
                        .rest())
                .example("recall where do I live")
                .build();
    }

    @Override
    public Uni<Void> prepare(Call<CommandInvoked> call) {
        return query(call)
                .filter(text -> FactText.wrong(text).isEmpty())
                .map(book::prepare)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var member = call.member().id();
        var query = query(call);
        if (query.isEmpty()) {
            return facts.newest(tx, member, config.listed())
                    .map(FactTexts::newest)
                    .map(Outcome::ephemeral);
        }
        return FactText.wrong(query.get())
                .map(why -> Uni.createFrom().item(Outcome.refused("wrong-query", why)))
                .orElseGet(() -> book.recall(tx, member, query.get(), config.recalled())
                        .map(FactTexts::found)
                        .map(Outcome::ephemeral));
    }

    private static Optional<String> query(Call<CommandInvoked> call) {
        return call.option(QUERY).map(OptionValue::value).map(FactText::tidy).filter(text -> !text.isEmpty());
    }
}
