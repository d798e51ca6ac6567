package dev.warren.economy.ledger;

import dev.warren.schemas.economy.AccountId;
import dev.warren.schemas.economy.AccountKind;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A guild's book, opened for writing: its head, the guild's own accounts, and those of the members that somebody asked for. It decides
 * by arithmetic alone; {@link Ledger#seal} stores what it decided.
 *
 * @param transactions the number of the newest that is stored
 * @param blocks the number of the newest that is stored
 * @param head the hash of the newest block that is stored
 * @param pending what was posted and is not stored yet
 */
public record Book(
        GuildId guild,
        long transactions,
        long blocks,
        Hash head,
        Map<UserId, Holder> holders,
        Map<AccountId, Account> accounts,
        List<Transaction> pending) {
    public Book {
        holders = Map.copyOf(holders);
        accounts = Map.copyOf(accounts);
        pending = List.copyOf(pending);
    }

    /** As it was read. */
    static Book of(
            GuildId guild,
            long transactions,
            long blocks,
            Hash head,
            Collection<Holder> holders,
            Collection<Account> accounts) {
        var byMember = new HashMap<UserId, Holder>();
        holders.forEach(holder -> byMember.put(holder.member(), holder));
        var byId = new HashMap<AccountId, Account>();
        accounts.forEach(account -> byId.put(account.id(), account));
        return new Book(guild, transactions, blocks, head, byMember, byId, List.of());
    }

    /** @throws IllegalArgumentException when it was not opened for this member */
    public Holder holder(UserId member) {
        return Optional.ofNullable(holders.get(member))
                .orElseThrow(() -> new IllegalArgumentException("book must be opened for the member: " + member));
    }

    public Account wallet(UserId member) {
        return account(holder(member).wallet());
    }

    public Account bank(UserId member) {
        return account(holder(member).bank());
    }

    public Account treasury() {
        return ofGuild(AccountKind.TREASURY);
    }

    public Account house() {
        return ofGuild(AccountKind.HOUSE);
    }

    public Account mint() {
        return ofGuild(AccountKind.MINT);
    }

    /** @throws IllegalArgumentException when it was not opened for this account */
    public Account account(AccountId id) {
        return Optional.ofNullable(accounts.get(id))
                .orElseThrow(() -> new IllegalArgumentException("book must be opened for the account: " + id));
    }

    private Account ofGuild(AccountKind kind) {
        return accounts.values().stream()
                .filter(account -> account.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a guild must have its account: " + kind));
    }

    /** Writes a draft under the next number. */
    public Posting post(Draft draft) {
        return post(List.of(draft));
    }

    /** Writes drafts under the next numbers: all or none. */
    public Posting post(List<Draft> drafts) {
        var page = new Page(this);
        for (var draft : drafts) {
            var refused = page.write(draft);
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        return new Posting.Done(page.book(), page.posted());
    }

    /**
     * Writes those drafts that can stand, each by itself, under the next numbers and in the order in which they are given. What would
     * leave an account below zero or beyond 64 bits has no effect.
     */
    public Posting.Done postEach(Collection<Draft> drafts) {
        var page = new Page(this);
        drafts.forEach(page::write);
        return new Posting.Done(page.book(), page.posted());
    }

    /** The block that seals what is pending. */
    Block block() {
        if (pending.isEmpty()) {
            throw new IllegalStateException("a block must seal something: guild " + guild);
        }
        var hashes = pending.stream().map(Transaction::hash).toList();
        return new Block(
                blocks + 1,
                pending.getFirst().number(),
                pending.getLast().number(),
                Canonical.hashOf(guild, blocks + 1, head, hashes));
    }

    /** The same after that block. */
    Book sealed(Block block) {
        return new Book(guild, block.last(), block.number(), block.hash(), holders, accounts, List.of());
    }

    /** The same with another account. */
    Book with(Account more) {
        var all = new HashMap<>(accounts);
        all.put(more.id(), more);
        return new Book(guild, transactions, blocks, head, holders, all, pending);
    }

    /** What is set apart for a purpose. */
    public Account escrow(String purpose) {
        return accounts.values().stream()
                .filter(account -> account.purpose().filter(purpose::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("book must be opened with the escrow: " + purpose));
    }

    /** The same with a member's state changed. */
    Book with(Holder changed) {
        var all = new HashMap<>(holders);
        all.put(changed.member(), changed);
        return new Book(guild, transactions, blocks, head, all, accounts, pending);
    }
}
