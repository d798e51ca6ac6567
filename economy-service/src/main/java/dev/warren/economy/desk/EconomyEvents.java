package dev.warren.economy.desk;

import dev.warren.economy.ledger.Account;
import dev.warren.economy.ledger.Ledger.Sealed;
import dev.warren.economy.ledger.Transaction;
import dev.warren.schemas.economy.EconomyEvent;
import dev.warren.schemas.economy.EconomyEvent.Entry;
import dev.warren.schemas.economy.EconomyEvent.TransactionRecorded;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import java.util.Optional;
import java.util.function.Function;

/** What is told of what was recorded. */
public final class EconomyEvents {
    private EconomyEvents() {}

    /** The event of a transaction that was just sealed. */
    public static TransactionRecorded recorded(Sealed sealed, Transaction transaction) {
        return recorded(sealed, transaction, Account::member);
    }

    /** The same, and nothing tells whose the accounts were. */
    public static EconomyEvent ofNobody(Sealed sealed, Transaction transaction) {
        return recorded(sealed, transaction, _ -> Optional.empty());
    }

    private static TransactionRecorded recorded(
            Sealed sealed, Transaction transaction, Function<Account, Optional<UserId>> whose) {
        var book = sealed.book();
        return new TransactionRecorded(
                transaction.guild(),
                transaction.number(),
                transaction.key(),
                transaction.why(),
                transaction.at(),
                transaction.reverses(),
                transaction.entries().stream()
                        .map(entry -> entry(book.account(entry.account()), entry, whose))
                        .toList(),
                sealed.block().number(),
                sealed.block().hash().hex());
    }

    /** The record's key: the first member that it concerns. */
    public static String key(Sealed sealed, Transaction transaction) {
        return transaction.entries().stream()
                .flatMap(entry -> sealed.book().account(entry.account()).member().stream())
                .findFirst()
                .map(member -> Keys.member(Optional.of(transaction.guild()), member))
                .orElseGet(() -> Keys.guild(transaction.guild()));
    }

    private static Entry entry(Account account, Transaction.Entry entry, Function<Account, Optional<UserId>> whose) {
        return new Entry(
                account.id(), account.kind(), whose.apply(account), account.purpose(), entry.amount(), entry.balance());
    }
}
