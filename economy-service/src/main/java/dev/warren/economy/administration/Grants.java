package dev.warren.economy.administration;

import dev.warren.economy.desk.Amounts;
import dev.warren.economy.desk.AuditTrail;
import dev.warren.economy.desk.Desk;
import dev.warren.economy.desk.Desk.Moved;
import dev.warren.economy.desk.Words;
import dev.warren.economy.ledger.Book;
import dev.warren.economy.ledger.Coins;
import dev.warren.economy.ledger.Draft;
import dev.warren.economy.ledger.Leg;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Gives and takes coins by decree. */
@ApplicationScoped
class Grants {
    private final Desk desk;

    Grants(Desk desk) {
        this.desk = desk;
    }

    /** New coins for a member's wallet. */
    Uni<Outcome> grant(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var named = call.required(EconomyCommand.MEMBER);
        var amount = call.required(EconomyCommand.AMOUNT);
        if (named.member().filter(Member::bot).isPresent()) {
            return Uni.createFrom().item(Outcome.refused("bot", "Bots have no use for coins; name a member."));
        }
        if (amount.value().equals("all") || amount.value().equals("half")) {
            return Uni.createFrom()
                    .item(Outcome.refused(
                            "wrong-amount",
                            "`amount` must be a number such as 250 or 1k: of new coins there is no `" + amount.value()
                                    + "`."));
        }
        var member = named.asUser();
        var coins = Amounts.of(amount, Coins.NONE);
        return desk.open(call, tx, List.of(member)).chain(book -> {
            var wallet = book.wallet(member).id();
            var draft = Draft.transfer(
                    call.id(), Cause.GRANT, call.time(), book.mint().id(), wallet, coins);
            return desk.move(
                    call, tx, book, draft, moved -> said(call, moved, "coins-granted", "given to", member, coins));
        });
    }

    /** Coins of a member for the treasury: first from the wallet, then from the bank. */
    Uni<Outcome> fine(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var member = call.required(EconomyCommand.MEMBER).asUser();
        return desk.open(call, tx, List.of(member)).chain(book -> {
            var there = book.wallet(member).coins().plus(book.bank(member).coins());
            var coins = Amounts.of(call.required(EconomyCommand.AMOUNT), there);
            if (coins.isNone() || coins.compareTo(there) > 0) {
                return Uni.createFrom()
                        .item(Outcome.refused(
                                "not-enough-coins",
                                "%s has %s in all; a fine cannot take more."
                                        .formatted(Words.member(member), Words.coins(there))));
            }
            return desk.move(
                    call,
                    tx,
                    book,
                    draft(call, book, member, coins),
                    moved -> said(call, moved, "coins-fined", "taken from", member, coins));
        });
    }

    /** Coins of the treasury for the mint, whence they came. */
    Uni<Outcome> burn(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return desk.open(call, tx, List.of()).chain(book -> {
            var coins = Amounts.of(
                    call.required(EconomyCommand.AMOUNT), book.treasury().coins());
            if (coins.isNone()) {
                return Uni.createFrom().item(Desk.nothing("the treasury"));
            }
            var draft = Draft.transfer(
                    call.id(),
                    Cause.BURN,
                    call.time(),
                    book.treasury().id(),
                    book.mint().id(),
                    coins);
            return desk.move(call, tx, book, draft, moved -> burned(call, moved, coins));
        });
    }

    private static Outcome burned(Call<CommandInvoked> call, Moved moved, Coins coins) {
        long number = moved.transaction().number();
        return Outcome.ephemeral(MessageBody.text("%s are out of circulation, transaction `#%d`; the treasury has %s."
                        .formatted(
                                Words.coins(coins),
                                number,
                                Words.coins(moved.book().treasury().coins()))))
                .emitting(AuditTrail.of(
                        call,
                        "coins-burned",
                        "treasury",
                        EconomyCommand.reason(call),
                        Map.of("coins", Long.toString(coins.amount()), "number", Long.toString(number))));
    }

    private static Draft draft(Call<?> call, Book book, UserId member, Coins coins) {
        long carried = Math.min(coins.amount(), book.wallet(member).balance());
        var legs = new ArrayList<Leg>();
        if (carried > 0) {
            legs.add(new Leg(book.wallet(member).id(), -carried));
        }
        if (carried < coins.amount()) {
            legs.add(new Leg(book.bank(member).id(), carried - coins.amount()));
        }
        legs.add(new Leg(book.treasury().id(), coins.amount()));
        return new Draft(call.id(), Cause.FINE, call.time(), Optional.empty(), legs);
    }

    private static Outcome said(
            Call<CommandInvoked> call, Moved moved, String action, String done, UserId member, Coins coins) {
        long number = moved.transaction().number();
        return Outcome.ephemeral(MessageBody.text("%s %s %s, transaction `#%d`."
                        .formatted(Words.coins(coins), done, Words.member(member), number)))
                .emitting(AuditTrail.of(
                        call,
                        action,
                        member.toString(),
                        EconomyCommand.reason(call),
                        Map.of("coins", Long.toString(coins.amount()), "number", Long.toString(number))));
    }
}
