package dev.warren.economy.airdrop;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.economy.EconomyConfig;
import dev.warren.economy.EconomySettings;
import dev.warren.economy.desk.Amounts;
import dev.warren.economy.desk.Desk;
import dev.warren.economy.desk.Occasion;
import dev.warren.economy.desk.Spans;
import dev.warren.economy.desk.Words;
import dev.warren.economy.due.Boards;
import dev.warren.economy.due.Boards.Board;
import dev.warren.economy.due.Deadlines;
import dev.warren.economy.ledger.Book;
import dev.warren.economy.ledger.Coins;
import dev.warren.economy.ledger.Draft;
import dev.warren.economy.ledger.Ledger;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.economy.MarketEvents.AirdropKind;
import dev.warren.schemas.economy.MarketEvents.AirdropStarted;
import dev.warren.schemas.economy.MarketEvents.Deadline;
import dev.warren.schemas.topics.Keys;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /airdrop amount [members] [duration] [share]}. */
@ApplicationScoped
class AirdropCommand implements CommandHandler {
    private static final String AMOUNT = "amount";
    private static final String MEMBERS = "members";
    private static final String DURATION = "duration";
    private static final String SHARE = "share";

    private static final Duration SHORTEST = Duration.ofSeconds(2);

    private final EconomyConfig.Airdrop config;
    private final Desk desk;
    private final Ledger ledger;
    private final Airdrops airdrops;
    private final Deadlines deadlines;

    AirdropCommand(EconomyConfig config, Desk desk, Ledger ledger, Airdrops airdrops, Deadlines deadlines) {
        this.config = config.airdrop();
        this.desk = desk;
        this.ledger = ledger;
        this.airdrops = airdrops;
        this.deadlines = deadlines;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("airdrop", "Sets coins apart that others claim by a button")
                .module(EconomySettings.MODULE)
                .options(
                        Amounts.option(AMOUNT, "How many coins in all, such as 500, 1k or half"),
                        option(MEMBERS, "How many can claim; 10 if you name none", OptionType.INTEGER)
                                .between(1, config.most()),
                        option(
                                DURATION,
                                "How long they can, such as 10m or 2h; 10m if you name none",
                                OptionType.DURATION),
                        option(SHARE, "first: each at once; even: all who claimed, at the end", OptionType.STRING)
                                .choices("first", "even"))
                .example("airdrop 500 10 10m first")
                .aliases("drop")
                .in("de", "abwurf", "Legt Münzen bereit, die andere per Knopf abholen")
                .in("es-ES", "lluvia-de-premios", "Aparta monedas que otros reclaman con un botón")
                .in("es-419", "lluvia-de-premios", "Aparta monedas que otros reclaman con un botón")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var giver = call.member().id();
        var wrong = Spans.refuse(DURATION, lasts(call), SHORTEST, config.longest());
        if (wrong.isPresent()) {
            return Uni.createFrom().item(wrong.get());
        }
        return desk.open(call, tx, List.of(giver)).chain(book -> {
            var wallet = book.wallet(giver);
            if (book.holder(giver).frozen()) {
                return Uni.createFrom().item(Desk.frozen(true));
            }
            var coins = Amounts.of(call.required(AMOUNT), wallet.coins());
            if (coins.isNone()) {
                return Uni.createFrom().item(Desk.nothing("your wallet"));
            }
            int places = call.option(MEMBERS).map(value -> (int) value.asLong()).orElseGet(() ->
                    (int) Math.min(config.usual(), coins.amount()));
            if (coins.amount() < places) {
                return Uni.createFrom()
                        .item(Outcome.refused(
                                "too-few-coins",
                                "%s among %s members is less than one coin each; name at least %s coins."
                                        .formatted(Words.coins(coins), Words.number(places), Words.number(places))));
            }
            return Desk.shortage(call, wallet, coins)
                    .map(refusal -> Uni.createFrom().item(refusal))
                    .orElseGet(() ->
                            airdrops.nextId(tx).chain(id -> start(call, tx, book, airdrop(call, id, coins, places))));
        });
    }

    private Duration lasts(Call<CommandInvoked> call) {
        return call.option(DURATION).map(OptionValue::asDuration).orElse(config.lasts());
    }

    private Airdrop airdrop(Call<CommandInvoked> call, long id, Coins coins, int places) {
        var kind = call.option(SHARE)
                .map(value -> AirdropKind.valueOf(value.value().toUpperCase(Locale.ROOT)))
                .orElse(AirdropKind.FIRST);
        return new Airdrop(
                id,
                Desk.guild(call),
                Optional.of(call.member().id()),
                kind,
                coins,
                places,
                new Board(Airdrop.escrow(id), call.origin().channel(), Boards.answerTo(call.id())),
                call.time().plus(lasts(call)),
                0,
                false);
    }

    private Uni<Outcome> start(Call<CommandInvoked> call, Mutiny.StatelessSession tx, Book book, Airdrop airdrop) {
        var giver = call.member().id();
        return ledger.withEscrow(tx, book, airdrop.escrow())
                .chain(with -> desk.move(
                        call,
                        tx,
                        with,
                        Draft.transfer(
                                call.id(),
                                Cause.AIRDROP,
                                call.time(),
                                with.wallet(giver).id(),
                                with.escrow(airdrop.escrow()).id(),
                                airdrop.coins()),
                        () -> airdrops.add(tx, airdrop)
                                .chain(() -> deadlines.set(
                                        Occasion.of(call), tx, Deadline.AIRDROP, airdrop.id(), airdrop.endsAt())),
                        moved -> Outcome.message(AirdropTexts.open(airdrop, List.of()))
                                .emitting(Occasion.of(call)
                                        .causes(
                                                "airdrop-started",
                                                Keys.member(Optional.of(airdrop.guild()), giver),
                                                new AirdropStarted(
                                                        airdrop.guild(),
                                                        airdrop.id(),
                                                        moved.transaction().number(),
                                                        giver,
                                                        airdrop.kind(),
                                                        airdrop.coins().amount(),
                                                        airdrop.places(),
                                                        airdrop.endsAt())))));
    }
}
