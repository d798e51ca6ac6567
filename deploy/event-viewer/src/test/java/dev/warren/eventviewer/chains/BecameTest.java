package dev.warren.eventviewer.chains;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.schemas.economy.AccountId;
import dev.warren.schemas.economy.AccountKind;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.economy.EconomyEvent;
import dev.warren.schemas.economy.EconomyEvent.Entry;
import dev.warren.schemas.economy.EconomyEvent.TransactionRecorded;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BecameTest {
    @Test
    void coins_thatMoved_areToldWithNumberCauseAndBlock() {
        var recorded = new TransactionRecorded(
                new GuildId(1),
                12,
                EventId.of("interaction:1"),
                Cause.PAYMENT,
                Instant.EPOCH,
                Optional.empty(),
                List.of(entry(1, -100), entry(2, 95), entry(3, 5)),
                9,
                "0".repeat(64));

        assertThat(new Became().coins(recorded).line())
                .isEqualTo("Transaction 12 of the guild's ledger: payment, 100 coins, sealed in block 9");
        assertThat(new Became()
                        .coins(new EconomyEvent.Unknown("dev.warren.economy.new.v1"))
                        .line())
                .contains("dev.warren.economy.new.v1");
    }

    private static Entry entry(long account, long amount) {
        return new Entry(
                new AccountId(account), AccountKind.WALLET, Optional.empty(), Optional.empty(), amount, amount + 100);
    }
}
