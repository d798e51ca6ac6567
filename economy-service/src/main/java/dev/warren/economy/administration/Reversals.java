package dev.warren.economy.administration;

import dev.warren.economy.desk.AuditTrail;
import dev.warren.economy.desk.Desk;
import dev.warren.economy.desk.Words;
import dev.warren.economy.ledger.Draft;
import dev.warren.economy.ledger.Ledger;
import dev.warren.economy.ledger.Transaction;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes transactions back: the ledger keeps both. */
@ApplicationScoped
class Reversals {
    private final Ledger ledger;
    private final Desk desk;

    Reversals(Ledger ledger, Desk desk) {
        this.ledger = ledger;
        this.desk = desk;
    }

    Uni<Outcome> reverse(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        long number = call.required(EconomyCommand.NUMBER).asLong();
        return ledger.find(tx, Desk.guild(call), number)
                .chain(found -> found.isPresent()
                        ? reverse(call, tx, found.get())
                        : Uni.createFrom()
                                .item(Outcome.refused(
                                        "unknown-transaction",
                                        "There is no transaction `#%d` in this server; `/history` shows numbers."
                                                .formatted(number))));
    }

    private Uni<Outcome> reverse(Call<CommandInvoked> call, Mutiny.StatelessSession tx, Transaction transaction) {
        var movesCoins = switch (transaction.why()) {
            case FREEZE, THAW, ERASURE, OTHER -> false;
            // something else hangs on these coins: places of an airdrop, items, winners
            case AIRDROP, AIRDROP_CLAIM, AIRDROP_END, SHOP, PURCHASE, SALE, GIFT, USE, GIVEAWAY, PRIZE -> false;
            case DAILY,
                    WORK,
                    ACTIVITY,
                    LEVEL,
                    WEALTH_TAX,
                    BURN,
                    DEPOSIT,
                    WITHDRAWAL,
                    PAYMENT,
                    GRANT,
                    FINE,
                    REVERSAL,
                    RAIN,
                    GAME -> true;
        };
        if (!movesCoins) {
            return Uni.createFrom()
                    .item(Outcome.refused(
                            "not-reversible",
                            "Transaction `#%d` (%s) cannot be taken back."
                                    .formatted(transaction.number(), Words.cause(transaction.why()))));
        }
        var accounts =
                transaction.entries().stream().map(Transaction.Entry::account).toList();
        return ledger.openWith(tx, transaction.guild(), accounts)
                .chain(book -> ledger.reversalOf(tx, transaction.guild(), transaction.number())
                        .chain(reversed -> reversed.isPresent()
                                ? Uni.createFrom()
                                        .item(Outcome.refused(
                                                "reversed-already",
                                                "Transaction `#%d` was taken back already, by `#%d`."
                                                        .formatted(transaction.number(), reversed.get())))
                                : desk.move(
                                        call,
                                        tx,
                                        book,
                                        Draft.reversal(call.id(), call.time(), transaction),
                                        moved -> said(call, transaction, moved.transaction()))));
    }

    private static Outcome said(Call<CommandInvoked> call, Transaction reversed, Transaction by) {
        return Outcome.ephemeral(MessageBody.text("Transaction `#%d` (%s) is taken back by `#%d`."
                        .formatted(reversed.number(), Words.cause(reversed.why()), by.number())))
                .emitting(AuditTrail.of(
                        call,
                        "transaction-reversed",
                        "transaction " + reversed.number(),
                        EconomyCommand.reason(call),
                        Map.of("number", Long.toString(by.number()))));
    }
}
