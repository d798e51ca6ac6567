package dev.warren.economy.ledger;

import dev.warren.schemas.economy.AccountId;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A transaction as it stands in the ledger. It does not check itself: what was tampered with must be readable, to be named.
 *
 * @param number counts from 1 within the guild
 * @param key what caused it
 * @param cause its name; text, since a cause of a newer build is read too
 * @param hash of all the rest, as {@link Canonical} says it
 */
public record Transaction(
        GuildId guild,
        long number,
        EventId key,
        String cause,
        Instant at,
        Optional<Long> reverses,
        List<Entry> entries,
        Hash hash) {
    public Transaction {
        entries = List.copyOf(entries);
    }

    /**
     * What an account gained or lost.
     *
     * @param amount whole coins
     * @param balance whole coins after it
     */
    public record Entry(AccountId account, long amount, long balance) {}

    /** Why it was; {@link Cause#OTHER} for a cause of a newer build. */
    public Cause why() {
        for (var known : Cause.values()) {
            if (known.name().equals(cause)) {
                return known;
            }
        }
        return Cause.OTHER;
    }

    /** What an account had after it; 0 where it is not concerned. */
    public long balanceOf(AccountId account) {
        return entries.stream()
                .filter(entry -> entry.account().equals(account))
                .mapToLong(Entry::balance)
                .findFirst()
                .orElse(0);
    }
}
