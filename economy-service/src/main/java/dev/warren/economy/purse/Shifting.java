package dev.warren.economy.purse;

import dev.warren.economy.desk.Amounts;
import dev.warren.economy.desk.Desk;
import dev.warren.economy.desk.Words;
import dev.warren.economy.ledger.Account;
import dev.warren.economy.ledger.Book;
import dev.warren.economy.ledger.Draft;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;

/** Moves coins between the two accounts of one member. */
@ApplicationScoped
class Shifting {
    static final String AMOUNT = "amount";

    private final Desk desk;

    Shifting(Desk desk) {
        this.desk = desk;
    }

    /** To the bank. */
    Uni<Outcome> deposit(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return shift(call, tx, Cause.DEPOSIT, Book::wallet, Book::bank);
    }

    /** Back to the wallet. */
    Uni<Outcome> withdraw(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return shift(call, tx, Cause.WITHDRAWAL, Book::bank, Book::wallet);
    }

    private Uni<Outcome> shift(
            Call<CommandInvoked> call,
            Mutiny.StatelessSession tx,
            Cause cause,
            BiFunction<Book, UserId, Account> from,
            BiFunction<Book, UserId, Account> to) {
        var member = call.member().id();
        return desk.open(call, tx, List.of(member)).chain(book -> {
            if (book.holder(member).frozen()) {
                return Uni.createFrom().item(Desk.frozen(true));
            }
            var source = from.apply(book, member);
            var target = to.apply(book, member);
            var coins = Amounts.of(call.required(AMOUNT), source.coins());
            if (coins.isNone()) {
                return Uni.createFrom().item(Desk.nothing("your " + Words.account(source)));
            }
            var draft = Draft.transfer(call.id(), cause, call.time(), source.id(), target.id(), coins);
            return desk.move(
                    call,
                    tx,
                    book,
                    draft,
                    moved -> Outcome.message(MessageBody.text("%s moved to your %s. Wallet: %s. Bank: %s."
                            .formatted(
                                    Words.coins(coins),
                                    Words.account(target),
                                    Words.coins(moved.book().wallet(member).coins()),
                                    Words.coins(moved.book().bank(member).coins())))));
        });
    }
}
