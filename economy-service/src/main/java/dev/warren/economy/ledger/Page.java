package dev.warren.economy.ledger;

import static java.util.Objects.requireNonNull;

import dev.warren.economy.ledger.Transaction.Entry;
import dev.warren.schemas.economy.AccountId;
import dev.warren.schemas.economy.AccountKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is being written into a book: its accounts as they stand after it, and the transactions. One thread, once. */
final class Page {
    private final Book book;
    private final Map<AccountId, Account> after;
    private final List<Transaction> posted = new ArrayList<>();

    Page(Book book) {
        this.book = book;
        this.after = new HashMap<>(book.accounts());
    }

    /** Writes a draft under the next number; or says why it cannot be, and nothing has changed. */
    Optional<Posting> write(Draft draft) {
        var changed = new ArrayList<Account>(draft.legs().size());
        var entries = new ArrayList<Entry>(draft.legs().size());
        for (var leg : draft.legs()) {
            var account = requireNonNull(after.getOrDefault(leg.account(), book.account(leg.account())));
            long balance;
            try {
                balance = Math.addExact(account.balance(), leg.amount());
            } catch (ArithmeticException beyond) {
                return Optional.of(new Posting.TooMuch(account));
            }
            if (balance < 0 && account.kind() != AccountKind.MINT) {
                return Optional.of(new Posting.NotEnough(account, new Coins(-leg.amount())));
            }
            changed.add(account.with(balance));
            entries.add(new Entry(leg.account(), leg.amount(), balance));
        }
        changed.forEach(account -> after.put(account.id(), account));
        posted.add(transaction(draft, entries));
        return Optional.empty();
    }

    private Transaction transaction(Draft draft, List<Entry> entries) {
        long number = book.transactions() + book.pending().size() + posted.size() + 1;
        var cause = draft.cause().name();
        var hash = Canonical.hashOf(book.guild(), number, draft.key(), cause, draft.at(), draft.reverses(), entries);
        return new Transaction(book.guild(), number, draft.key(), cause, draft.at(), draft.reverses(), entries, hash);
    }

    List<Transaction> posted() {
        return posted;
    }

    /** The book with this page. */
    Book book() {
        var pending = new ArrayList<>(book.pending());
        pending.addAll(posted);
        return new Book(book.guild(), book.transactions(), book.blocks(), book.head(), book.holders(), after, pending);
    }
}
