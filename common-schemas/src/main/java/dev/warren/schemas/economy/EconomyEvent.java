package dev.warren.schemas.economy;

import dev.warren.schemas.event.UnknownType;
import dev.warren.schemas.event.WireType;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the economy decided: topic {@code economy.events}. The ledger of a guild is these transactions in the order of their numbers; it
 * can be rebuilt from them without deciding anything again.
 */
public sealed interface EconomyEvent
        permits EconomyEvent.TransactionRecorded,
                EconomyEvent.Unknown,
                ChanceEvents.GamePlayed,
                ChanceEvents.GiveawayDrawn,
                ChanceEvents.GiveawayEntryChanged,
                ChanceEvents.GiveawayStarted,
                ChanceEvents.SeedRevealed,
                MarketEvents.AirdropClaimed,
                MarketEvents.AirdropEnded,
                MarketEvents.AirdropStarted,
                MarketEvents.DeadlineReached,
                MarketEvents.ItemChanged,
                MarketEvents.ItemMoved {
    /**
     * A transaction stands in a guild's ledger.
     *
     * @param number counts from 1 within the guild, without gaps
     * @param key what caused it; no two transactions have the same
     * @param at when that happened
     * @param reverses the number of the transaction that it takes back
     * @param entries their amounts sum to zero
     * @param block the number of the block in which it is sealed, from 1 within the guild
     * @param blockHash that block's SHA-256, in hexadecimal
     */
    @WireType("dev.warren.economy.transaction-recorded.v1")
    record TransactionRecorded(
            GuildId guild,
            long number,
            EventId key,
            Cause cause,
            Instant at,
            Optional<Long> reverses,
            List<Entry> entries,
            long block,
            String blockHash)
            implements EconomyEvent {
        private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

        public TransactionRecorded {
            if (number < 1) {
                throw new IllegalArgumentException("number must be at least 1: " + number);
            }
            if (block < 1) {
                throw new IllegalArgumentException("block must be at least 1: " + block);
            }
            if (!HASH.matcher(blockHash).matches()) {
                throw new IllegalArgumentException("blockHash must be 64 hexadecimal digits: " + blockHash);
            }
            entries = List.copyOf(entries);
            if (entries.size() < 2) {
                throw new IllegalArgumentException("entries must be at least 2: " + entries.size());
            }
            long sum = 0;
            for (var entry : entries) {
                sum = Math.addExact(sum, entry.amount());
            }
            if (sum != 0) {
                throw new IllegalArgumentException("entries must sum to zero: " + sum);
            }
        }
    }

    /**
     * What one account gained or lost.
     *
     * @param member whose wallet or bank it was then
     * @param purpose of an escrow
     * @param amount whole coins; negative for what it lost, 0 where it is only concerned
     * @param balance whole coins after it
     */
    record Entry(
            AccountId account,
            AccountKind kind,
            Optional<UserId> member,
            Optional<String> purpose,
            long amount,
            long balance) {}

    /** A type of the future. */
    record Unknown(String type) implements EconomyEvent, UnknownType {}
}
