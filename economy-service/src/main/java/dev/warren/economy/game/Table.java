package dev.warren.economy.game;

import dev.warren.economy.desk.Amounts;
import dev.warren.economy.desk.Desk;
import dev.warren.economy.desk.Occasion;
import dev.warren.economy.desk.Payouts;
import dev.warren.economy.desk.Words;
import dev.warren.economy.due.Boards;
import dev.warren.economy.game.Games.Played;
import dev.warren.economy.game.Seeds.InUse;
import dev.warren.economy.ledger.Book;
import dev.warren.economy.ledger.Coins;
import dev.warren.economy.ledger.Draft;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Option;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.economy.ChanceEvents.GamePlayed;
import dev.warren.schemas.economy.EconomyEvent;
import dev.warren.schemas.topics.Keys;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Where bets are made: the coins, the limits, the seeds. */
@ApplicationScoped
class Table {
    static final String BET = "bet";

    private final Desk desk;
    private final Seeds seeds;
    private final Games games;

    Table(Desk desk, Seeds seeds, Games games) {
        this.desk = desk;
        this.seeds = seeds;
        this.games = games;
    }

    /**
     * A bet that can be made.
     *
     * @param id of the game
     */
    record Bet(Book book, Coins stake, InUse seeds, long id) {
        /** The transaction by which the game begins. */
        long number() {
            return book.transactions() + 1;
        }
    }

    /** What is done with a bet. */
    @FunctionalInterface
    interface Play {
        Uni<Outcome> with(Bet bet);
    }

    static Option bet() {
        return Amounts.option(BET, "How many coins, such as 100, 1k or half");
    }

    /** Takes a bet when nothing forbids it; its nonce is used. */
    Uni<Outcome> bet(Call<CommandInvoked> call, Mutiny.StatelessSession tx, Play play) {
        var member = call.member().id();
        return desk.open(call, tx, List.of(member)).chain(book -> {
            var stake = Amounts.of(call.required(BET), book.wallet(member).coins());
            return refused(call, book, stake)
                    .map(refusal -> Uni.createFrom().item(refusal))
                    .orElseGet(() -> seeds.inUse(tx, book.guild(), member)
                            .call(inUse -> seeds.used(tx, inUse))
                            .chain(inUse -> games.nextId(tx).chain(id -> play.with(new Bet(book, stake, inUse, id)))));
        });
    }

    private static Optional<Outcome> refused(Call<CommandInvoked> call, Book book, Coins stake) {
        var member = call.member().id();
        if (book.holder(member).frozen()) {
            return Optional.of(Desk.frozen(true));
        }
        if (stake.isNone()) {
            return Optional.of(Desk.nothing("your wallet"));
        }
        long least = GameSettings.least(call.settings());
        long most = GameSettings.most(call.settings());
        if (stake.amount() < least || stake.amount() > most) {
            return Optional.of(Outcome.refused(
                    "bet-limit",
                    "A bet here is %s to %s; yours is %s."
                            .formatted(Words.number(least), Words.coins(most), Words.number(stake.amount()))));
        }
        return Desk.shortage(call, book.wallet(member), stake);
    }

    /** A game as it is stored. */
    static Played played(Call<?> call, Bet bet, Game game, String choice, Coins paid, String outcome) {
        return new Played(
                bet.id(),
                bet.book().guild(),
                bet.number(),
                call.member().id(),
                game,
                choice,
                bet.stake(),
                paid,
                GameSettings.edge(call.settings()),
                bet.seeds(),
                outcome,
                Games.board(bet.id(), call.origin().channel(), Boards.answerTo(call.id())),
                false);
    }

    /** Coins that the house gets of a member; negative ones go to the member. */
    static Draft draft(Occasion occasion, Book book, Played one, long taken) {
        return new Draft(
                occasion.id(),
                Cause.GAME,
                occasion.time(),
                Optional.empty(),
                Payouts.settle(book.house(), book.mint(), book.wallet(one.member()), taken));
    }

    /** The event of a game that is over. */
    static Outgoing<EconomyEvent> told(Occasion occasion, Played one, Coins staked) {
        return occasion.causes(
                "game-played",
                Keys.member(Optional.of(one.guild()), one.member()),
                new GamePlayed(
                        one.guild(),
                        one.number(),
                        one.member(),
                        one.game().word(),
                        staked.amount(),
                        one.paid().amount(),
                        one.seeds().seed().hash(),
                        one.seeds().memberSeed(),
                        one.seeds().nonce(),
                        one.outcome()));
    }

    /** Below what a game shows, so that it can be checked. */
    static String footer(Played one) {
        return "Game #%d · seed %s… · nonce %d · /fair verify %d"
                .formatted(
                        one.number(),
                        one.seeds().seed().hash().substring(0, 12),
                        one.seeds().nonce(),
                        one.number());
    }
}
