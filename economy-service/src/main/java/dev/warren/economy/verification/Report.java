package dev.warren.economy.verification;

import dev.warren.economy.ledger.Hash;
import dev.warren.schemas.ids.GuildId;
import java.util.List;

/**
 * What the proof of a guild's ledger came to.
 *
 * @param transactions how many there are
 * @param blocks how many there are
 * @param accounts how many there are
 * @param supply the coins of all accounts but the mint
 * @param head the hash of the newest block, which seals all
 * @param faults what does not hold, naming the row; empty when the ledger is proved
 */
public record Report(
        GuildId guild, long transactions, long blocks, long accounts, long supply, Hash head, List<String> faults) {
    public Report {
        faults = List.copyOf(faults);
    }

    public boolean isProved() {
        return faults.isEmpty();
    }
}
