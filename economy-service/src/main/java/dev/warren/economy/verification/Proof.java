package dev.warren.economy.verification;

import dev.warren.economy.ledger.Block;
import dev.warren.economy.ledger.Canonical;
import dev.warren.economy.ledger.Hash;
import dev.warren.economy.ledger.Transaction;
import dev.warren.economy.ledger.Transaction.Entry;
import dev.warren.schemas.economy.AccountId;
import dev.warren.schemas.economy.AccountKind;
import dev.warren.schemas.ids.GuildId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Goes through a ledger from its first block on and reckons everything again. It believes no stored number: hashes, sums, balances and
 * the head all follow from the entries. One thread, once.
 */
final class Proof {
    /** More faults than this tell nothing more. */
    private static final int MOST_FAULTS = 10;

    private final GuildId guild;
    private final Map<AccountId, AccountKind> kinds = new HashMap<>();
    private final Map<AccountId, Long> stored = new HashMap<>();
    private final Map<AccountId, Long> reckoned = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private Hash head = Hash.ZERO;
    private long transactions;
    private long blocks;
    private long entries;

    Proof(GuildId guild) {
        this.guild = guild;
    }

    /** An account as it is stored. All come before the first block. */
    void account(AccountId id, AccountKind kind, long balance) {
        kinds.put(id, kind);
        stored.put(id, balance);
    }

    /** The next block with its transactions. */
    void block(Block block, List<Transaction> sealed) {
        expect(
                block.number() == blocks + 1,
                "block " + (blocks + 1) + " is missing: block " + block.number() + " follows");
        expect(
                block.first() == transactions + 1,
                "block " + block.number() + ": it begins with transaction " + block.first() + ", not with "
                        + (transactions + 1));
        long number = block.first();
        for (var transaction : sealed) {
            for (; number < transaction.number(); number++) {
                fault("transaction " + number + " is missing");
            }
            number = transaction.number() + 1;
            transaction(transaction);
        }
        for (; number <= block.last() && faults.size() < MOST_FAULTS; number++) {
            fault("transaction " + number + " is missing");
        }
        var hashes = sealed.stream().map(Transaction::hash).toList();
        expect(
                Canonical.hashOf(guild, block.number(), head, hashes).equals(block.hash()),
                "block " + block.number() + ": its hash is not that of transactions " + block.first() + " to "
                        + block.last() + " after the block before it");
        head = block.hash();
        blocks = block.number();
        transactions = block.last();
    }

    private void transaction(Transaction transaction) {
        var name = "transaction " + transaction.number();
        expect(
                Canonical.hashOf(transaction).equals(transaction.hash()),
                name + ": what it says is not what was sealed");
        long sum = 0;
        for (var entry : transaction.entries()) {
            sum += entry.amount();
            entry(name, entry);
        }
        expect(sum == 0, name + ": its entries sum to " + sum + ", not to 0");
        expect(transaction.entries().size() > 1, name + ": it has fewer than 2 entries");
    }

    private void entry(String name, Entry entry) {
        entries++;
        var account = entry.account();
        var kind = kinds.get(account);
        if (kind == null) {
            fault(name + ": there is no account " + account);
            return;
        }
        long before = reckoned.getOrDefault(account, 0L);
        expect(
                before + entry.amount() == entry.balance(),
                "%s: account %s had %d, was changed by %d and is said to have %d"
                        .formatted(name, account, before, entry.amount(), entry.balance()));
        expect(
                entry.balance() >= 0 || kind == AccountKind.MINT,
                name + ": account " + account + " fell to " + entry.balance());
        // what was said goes on, so that each fault is told once
        reckoned.put(account, entry.balance());
    }

    /**
     * After the last block.
     *
     * @param bookTransactions what the book says is the newest
     * @param bookBlocks likewise
     * @param bookHead likewise
     * @param storedTransactions how many rows there are
     * @param storedEntries likewise
     */
    Report finish(long bookTransactions, long bookBlocks, Hash bookHead, long storedTransactions, long storedEntries) {
        expect(
                bookTransactions == transactions && bookBlocks == blocks && bookHead.equals(head),
                "the book ends with transaction %d, block %d; the blocks end with transaction %d, block %d"
                        .formatted(bookTransactions, bookBlocks, transactions, blocks));
        expect(
                storedTransactions == transactions,
                storedTransactions + " transactions are stored, " + transactions + " are sealed");
        expect(storedEntries == entries, storedEntries + " entries are stored, " + entries + " are sealed");
        long supply = 0;
        long all = 0;
        for (var account : stored.entrySet()) {
            long balance = account.getValue();
            long reckons = reckoned.getOrDefault(account.getKey(), 0L);
            expect(
                    balance == reckons,
                    "account " + account.getKey() + ": it holds " + balance + ", its entries make " + reckons);
            all += balance;
            if (kinds.get(account.getKey()) != AccountKind.MINT) {
                supply += balance;
            }
        }
        expect(all == 0, "all accounts with the mint sum to " + all + ", not to 0");
        return new Report(guild, transactions, blocks, stored.size(), supply, head, faults);
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds) {
            fault(otherwise);
        }
    }

    private void fault(String what) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(what);
        }
    }
}
