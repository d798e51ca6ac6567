package dev.warren.eventviewer.chains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.warren.schemas.economy.AccountId;
import dev.warren.schemas.economy.AccountKind;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.economy.ChanceEvents.GamePlayed;
import dev.warren.schemas.economy.ChanceEvents.GiveawayDrawn;
import dev.warren.schemas.economy.EconomyEvent;
import dev.warren.schemas.economy.EconomyEvent.Entry;
import dev.warren.schemas.economy.EconomyEvent.TransactionRecorded;
import dev.warren.schemas.economy.MarketEvents.AirdropClaimed;
import dev.warren.schemas.economy.MarketEvents.AirdropEnded;
import dev.warren.schemas.economy.MarketEvents.AirdropKind;
import dev.warren.schemas.economy.MarketEvents.AirdropStarted;
import dev.warren.schemas.economy.MarketEvents.Deadline;
import dev.warren.schemas.economy.MarketEvents.DeadlineReached;
import dev.warren.schemas.economy.MarketEvents.ItemMove;
import dev.warren.schemas.economy.MarketEvents.ItemMoved;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

    @ParameterizedTest
    @MethodSource("market")
    void market_eventIsToldInPlainWords(EconomyEvent event, String line) {
        assertThat(new Became().coins(event).line()).isEqualTo(line);
    }

    static Stream<Arguments> market() {
        var guild = new GuildId(1);
        var ada = new UserId(2);
        return Stream.of(
                arguments(
                        new AirdropStarted(guild, 4, 5, ada, AirdropKind.FIRST, 100, 10, Instant.EPOCH),
                        "Airdrop 4 of 100 coins began"),
                arguments(new AirdropClaimed(guild, 4, 6, ada, 3, 10), "Place 3 of airdrop 4 claimed: 10 coins"),
                arguments(new AirdropEnded(guild, 4, 7, 3, 70), "Airdrop 4 is over, claimed 3 ×, 70 coins returned"),
                arguments(new DeadlineReached(guild, Deadline.HAND, 9, Instant.EPOCH), "The time of hand 9 has come"),
                arguments(
                        new ItemMoved(guild, 8, 9, ItemMove.BOUGHT, ada, Optional.empty(), 2, 20, Optional.empty()),
                        "Item 8 bought: 2 for 20 coins"),
                arguments(
                        new GamePlayed(guild, 12, ada, "dice", 5, 30, "hash", "ada", 0, "6"),
                        "Game 12 (dice): stake 5, paid 30"),
                arguments(
                        new GiveawayDrawn(guild, 3, 13, 0, List.of(ada), 7, "digest", "seed", "next", 0),
                        "Giveaway 3 drawn, winners: 1 of 7"));
    }

    private static Entry entry(long account, long amount) {
        return new Entry(
                new AccountId(account), AccountKind.WALLET, Optional.empty(), Optional.empty(), amount, amount + 100);
    }
}
