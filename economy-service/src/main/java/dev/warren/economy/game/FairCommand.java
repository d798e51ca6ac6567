package dev.warren.economy.game;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.economy.EconomySettings;
import dev.warren.economy.desk.Desk;
import dev.warren.economy.desk.Occasion;
import dev.warren.economy.desk.Words;
import dev.warren.economy.game.Games.Played;
import dev.warren.economy.game.Seeds.InUse;
import dev.warren.economy.ledger.Book;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.economy.ChanceEvents.SeedRevealed;
import dev.warren.schemas.topics.Keys;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /fair show|seed|rotate|verify}: how games are drawn, and that they were drawn so. */
@ApplicationScoped
class FairCommand implements CommandHandler {
    private static final String SEED = "seed";
    private static final String NUMBER = "number";
    private static final int LONGEST = 40;
    private static final String ALLOWED = "[A-Za-z0-9_-]+";
    private static final long LAST = 1_000_000_000_000L;

    private final Desk desk;
    private final Seeds seeds;
    private final Games games;

    FairCommand(Desk desk, Seeds seeds, Games games) {
        this.desk = desk;
        this.seeds = seeds;
        this.games = games;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("fair", "Shows that games are drawn fairly, and recomputes them")
                .module(EconomySettings.MODULE)
                .in("de", "fair", "Zeigt, dass Spiele gerecht gezogen werden, und rechnet sie nach")
                .in("es-ES", "justo", "Muestra que los juegos son justos y los vuelve a calcular")
                .in("es-419", "justo", "Muestra que los juegos son justos y los vuelve a calcular")
                .subcommand("show", "Shows your seeds and how they are used", AnswerKind.EPHEMERAL, "fair show")
                .subcommand(
                        "seed",
                        "Sets your own seed, by which your next games are drawn",
                        AnswerKind.EPHEMERAL,
                        "fair seed carrots",
                        option(SEED, "Letters, digits, - and _, as you like", OptionType.STRING)
                                .required()
                                .between(1, LONGEST))
                .subcommand(
                        "rotate",
                        "Tells the server's seed of your games so far, and takes a new one",
                        AnswerKind.EPHEMERAL,
                        "fair rotate")
                .subcommand(
                        "verify",
                        "Recomputes a game whose seed was told",
                        AnswerKind.PUBLIC,
                        "fair verify 42",
                        option(NUMBER, "The number of the game", OptionType.INTEGER)
                                .required()
                                .between(1, LAST))
                .bare("show")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var member = call.member().id();
        return switch (call.payload().subcommand().orElse("show")) {
            case "verify" -> verify(call, tx);
            case "seed" ->
                call.required(SEED).value().matches(ALLOWED)
                        ? desk.open(call, tx, List.of(member)).chain(book -> choose(call, tx, book))
                        : Uni.createFrom()
                                .item(Outcome.refused(
                                        "wrong-seed", "`seed` may have letters from a to z, digits, - and _."));
            case "rotate" -> desk.open(call, tx, List.of(member)).chain(book -> rotate(call, tx, book));
            default ->
                desk.open(call, tx, List.of(member))
                        .chain(book -> seeds.inUse(tx, book.guild(), member))
                        .map(inUse -> Outcome.ephemeral(FairTexts.show(inUse)));
        };
    }

    private Uni<Outcome> choose(Call<CommandInvoked> call, Mutiny.StatelessSession tx, Book book) {
        var seed = call.required(SEED).value();
        return seeds.choose(tx, book.guild(), call.member().id(), seed)
                .chain(() -> seeds.inUse(tx, book.guild(), call.member().id()))
                .map(inUse -> Outcome.ephemeral(FairTexts.show(inUse)));
    }

    private Uni<Outcome> rotate(Call<CommandInvoked> call, Mutiny.StatelessSession tx, Book book) {
        var member = call.member().id();
        return games.open(tx, book.guild(), member)
                .chain(open -> open.isPresent()
                        ? Uni.createFrom()
                                .item(Outcome.refused(
                                        "hand-open",
                                        "End your hand of blackjack first: the seed would tell its next cards."))
                        : seeds.inUse(tx, book.guild(), member)
                                .chain(old -> seeds.rotate(tx, book.guild(), member, old)
                                        .map(next -> rotated(call, book, old, next))));
    }

    private static Outcome rotated(Call<CommandInvoked> call, Book book, InUse old, InUse next) {
        var member = call.member().id();
        return Outcome.ephemeral(FairTexts.rotated(old, next))
                .emitting(Occasion.of(call)
                        .causes(
                                "seed-revealed",
                                Keys.member(Optional.of(book.guild()), member),
                                new SeedRevealed(
                                        book.guild(),
                                        member,
                                        old.seed().text(),
                                        old.seed().hash(),
                                        next.seed().hash())));
    }

    private Uni<Outcome> verify(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        long number = call.required(NUMBER).asLong();
        return games.byNumber(tx, Desk.guild(call), number)
                .map(found -> found.map(FairCommand::verified)
                        .orElseGet(() -> Outcome.refused(
                                "unknown-game",
                                "There is no game `#%d` in this server; its number stands below it."
                                        .formatted(number))));
    }

    private static Outcome verified(Played one) {
        if (!one.isOver() || !one.told()) {
            return Outcome.refused(
                    "seed-in-use",
                    "The seed of that game is still in use; when %s uses `/fair rotate`, it is told."
                            .formatted(Words.member(one.member())));
        }
        MessageBody body = FairTexts.verified(one);
        return Outcome.message(body);
    }
}
