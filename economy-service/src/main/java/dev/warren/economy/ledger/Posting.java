package dev.warren.economy.ledger;

import java.util.List;

/** What came of drafts: all of them stand, or none. */
public sealed interface Posting {
    /** They stand in this book, in the order in which they were given; nothing is stored yet. */
    record Done(Book book, List<Transaction> transactions) implements Posting {
        public Done {
            transactions = List.copyOf(transactions);
        }

        /** The only one, where one was given. */
        public Transaction only() {
            return transactions.getFirst();
        }
    }

    /**
     * An account would fall below zero.
     *
     * @param account as it stands
     * @param needs what was to be taken from it
     */
    record NotEnough(Account account, Coins needs) implements Posting {}

    /** An account would hold more than 2^63 - 1 coins. */
    record TooMuch(Account account) implements Posting {}
}
