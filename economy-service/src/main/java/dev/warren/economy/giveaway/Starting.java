package dev.warren.economy.giveaway;

import dev.warren.economy.EconomyConfig;
import dev.warren.economy.desk.Amounts;
import dev.warren.economy.desk.AuditTrail;
import dev.warren.economy.desk.Desk;
import dev.warren.economy.desk.Occasion;
import dev.warren.economy.desk.Spans;
import dev.warren.economy.desk.Words;
import dev.warren.economy.due.Boards;
import dev.warren.economy.due.Boards.Board;
import dev.warren.economy.due.Deadlines;
import dev.warren.economy.fair.Seed;
import dev.warren.economy.ledger.Book;
import dev.warren.economy.ledger.Coins;
import dev.warren.economy.ledger.Draft;
import dev.warren.economy.ledger.Ledger;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.economy.ChanceEvents.GiveawayStarted;
import dev.warren.schemas.economy.MarketEvents.Deadline;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hibernate.reactive.mutiny.Mutiny;

/** Starts giveaways. */
@ApplicationScoped
class Starting {
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration OLDEST = Duration.ofDays(3650);

    private final EconomyConfig.Giveaways config;
    private final Desk desk;
    private final Ledger ledger;
    private final Giveaways giveaways;
    private final Deadlines deadlines;
    private final RandomGenerator random;

    Starting(
            EconomyConfig config,
            Desk desk,
            Ledger ledger,
            Giveaways giveaways,
            Deadlines deadlines,
            RandomGenerator random) {
        this.config = config.giveaways();
        this.desk = desk;
        this.ledger = ledger;
        this.giveaways = giveaways;
        this.deadlines = deadlines;
        this.random = random;
    }

    Uni<Outcome> start(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var host = call.member().id();
        return desk.open(call, tx, List.of(host)).chain(book -> {
            var wallet = book.wallet(host);
            var coins = call.option(GiveawayCommand.COINS)
                    .map(value -> Amounts.of(value, wallet.coins()))
                    .orElse(Coins.NONE);
            return wrong(call, book, coins)
                    .or(() -> Desk.shortage(call, wallet, coins))
                    .map(refusal -> Uni.createFrom().item(refusal))
                    .orElseGet(() ->
                            giveaways.nextId(tx).chain(id -> start(call, tx, book, giveaway(call, id, coins))));
        });
    }

    private Optional<Outcome> wrong(Call<CommandInvoked> call, Book book, Coins coins) {
        boolean wanted = call.option(GiveawayCommand.COINS).isPresent();
        long winners = call.required(GiveawayCommand.WINNERS).asLong();
        if (wanted && book.holder(call.member().id()).frozen()) {
            return Optional.of(Desk.frozen(true));
        }
        if (wanted && coins.isNone()) {
            return Optional.of(Desk.nothing("your wallet"));
        }
        if (prize(call).isEmpty() && !wanted) {
            return Optional.of(Outcome.refused("no-prize", "Name a `prize`, or `coins` from your wallet."));
        }
        if (wanted && coins.amount() < winners) {
            return Optional.of(Outcome.refused(
                    "too-few-coins",
                    "%s for %s winners is less than one coin each; name at least %s coins."
                            .formatted(Words.coins(coins), Words.number(winners), Words.number(winners))));
        }
        var lasts = call.required(GiveawayCommand.DURATION).asDuration();
        return Spans.refuse(GiveawayCommand.DURATION, lasts, SHORTEST, config.longest())
                .or(() -> call.option(GiveawayCommand.AGE)
                        .flatMap(age ->
                                Spans.refuse(GiveawayCommand.AGE, age.asDuration(), Duration.ofSeconds(1), OLDEST)));
    }

    private static String prize(Call<?> call) {
        return call.option(GiveawayCommand.PRIZE)
                .map(value -> value.value().strip())
                .orElse("");
    }

    private Giveaway giveaway(Call<CommandInvoked> call, long id, Coins coins) {
        return new Giveaway(
                id,
                Desk.guild(call),
                Optional.of(call.member().id()),
                new Board(Giveaway.escrow(id), call.origin().channel(), Boards.answerTo(call.id())),
                prize(call),
                coins,
                (int) call.required(GiveawayCommand.WINNERS).asLong(),
                new Requirement(
                        call.option(GiveawayCommand.ROLE).map(OptionValue::asRole),
                        call.option(GiveawayCommand.LEVEL).map(value -> (int) value.asLong()),
                        call.option(GiveawayCommand.AGE).map(OptionValue::asDuration)),
                call.time().plus(call.required(GiveawayCommand.DURATION).asDuration()),
                Seed.of(random),
                0,
                0);
    }

    private Uni<Outcome> start(Call<CommandInvoked> call, Mutiny.StatelessSession tx, Book book, Giveaway one) {
        var occasion = Occasion.of(call);
        return (one.coins().isNone() ? Uni.createFrom().item(book) : ledger.withEscrow(tx, book, one.escrow()))
                .chain(with -> desk.move(
                        call,
                        tx,
                        with,
                        draft(call, with, one),
                        () -> giveaways
                                .add(tx, one)
                                .chain(() -> deadlines.set(occasion, tx, Deadline.GIVEAWAY, one.id(), one.endsAt())),
                        moved -> Outcome.message(GiveawayTexts.open(one, 0))
                                .emitting(
                                        occasion.causes(
                                                "giveaway-started",
                                                new GiveawayStarted(
                                                        one.guild(),
                                                        one.id(),
                                                        moved.transaction().number(),
                                                        call.member().id(),
                                                        one.coins().amount(),
                                                        one.winners(),
                                                        one.endsAt(),
                                                        one.seed().hash())),
                                        AuditTrail.of(
                                                call,
                                                "giveaway-started",
                                                "giveaway " + one.id(),
                                                Map.of(
                                                        "number",
                                                        Long.toString(moved.transaction()
                                                                .number()))))));
    }

    private static Draft draft(Call<?> call, Book book, Giveaway one) {
        return Draft.transfer(
                call.id(),
                Cause.GIVEAWAY,
                call.time(),
                book.wallet(call.member().id()).id(),
                one.coins().isNone()
                        ? book.treasury().id()
                        : book.escrow(one.escrow()).id(),
                one.coins());
    }
}
