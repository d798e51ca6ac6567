package dev.warren.schemas.economy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.schemas.Rule;
import dev.warren.schemas.economy.ChanceEvents.GamePlayed;
import dev.warren.schemas.economy.ChanceEvents.GiveawayStarted;
import dev.warren.schemas.economy.EconomyEvent.Entry;
import dev.warren.schemas.economy.EconomyEvent.TransactionRecorded;
import dev.warren.schemas.economy.MarketEvents.AirdropClaimed;
import dev.warren.schemas.economy.MarketEvents.AirdropKind;
import dev.warren.schemas.economy.MarketEvents.AirdropStarted;
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
import org.junit.jupiter.params.provider.MethodSource;

/** What a recorded transaction refuses. */
class EconomyRulesTest {
    private static final String HASH = "0".repeat(64);
    private static final GuildId GUILD = new GuildId(1);
    private static final UserId ADA = new UserId(7);

    @ParameterizedTest
    @MethodSource("rules")
    void transaction_thatBreaksARule_isRefusedInWords(Rule rule) {
        rule.check();
    }

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule(
                        "no number",
                        () -> recorded(0, 1, HASH, entry(1, 5), entry(2, -5)),
                        "number must be at least 1: 0"),
                new Rule(
                        "no block",
                        () -> recorded(1, 0, HASH, entry(1, 5), entry(2, -5)),
                        "block must be at least 1: 0"),
                new Rule(
                        "no hash",
                        () -> recorded(1, 1, "ABC", entry(1, 5), entry(2, -5)),
                        "blockHash must be 64 hexadecimal digits: ABC"),
                new Rule("one side", () -> recorded(1, 1, HASH, entry(1, 0)), "entries must be at least 2: 1"),
                new Rule(
                        "coins from nowhere",
                        () -> recorded(1, 1, HASH, entry(1, 6), entry(2, -5)),
                        "entries must sum to zero: 1"),
                new Rule(
                        "a place without a coin",
                        () -> new AirdropStarted(GUILD, 1, 1, ADA, AirdropKind.FIRST, 4, 5, Instant.EPOCH),
                        "coins must be at least 5: 4"),
                new Rule("no place", () -> new AirdropClaimed(GUILD, 1, 1, ADA, 0, 4), "place must be at least 1: 0"),
                new Rule(
                        "nothing bought",
                        () -> new ItemMoved(
                                GUILD, 1, 1, ItemMove.BOUGHT, ADA, Optional.empty(), 0, 0, Optional.empty()),
                        "quantity must be at least 1: 0"),
                new Rule(
                        "less than nothing left",
                        () -> new ItemMoved(
                                GUILD, 1, 1, ItemMove.BOUGHT, ADA, Optional.empty(), 1, 0, Optional.of(-1L)),
                        "stock must be at least 0: -1"),
                new Rule(
                        "no stake",
                        () -> new GamePlayed(GUILD, 1, ADA, "dice", 0, 0, HASH, "ada", 0, "3"),
                        "stake must be at least 1: 0"),
                new Rule(
                        "nobody to win",
                        () -> new GiveawayStarted(GUILD, 1, 1, ADA, 0, 0, Instant.EPOCH, HASH),
                        "winners must be at least 1: 0"),
                new Rule("no account", () -> new AccountId(0), "accountId must be positive: 0"));
    }

    @Test
    void accountId_asText_isReadBack() {
        var id = new AccountId(Long.MAX_VALUE);
        assertThat(AccountId.of(id.toString())).isEqualTo(id).isGreaterThan(new AccountId(1));
    }

    private static TransactionRecorded recorded(long number, long block, String hash, Entry... entries) {
        return new TransactionRecorded(
                new GuildId(1),
                number,
                EventId.of("interaction:1"),
                Cause.GRANT,
                Instant.EPOCH,
                Optional.empty(),
                List.of(entries),
                block,
                hash);
    }

    private static Entry entry(long account, long amount) {
        return new Entry(new AccountId(account), AccountKind.WALLET, Optional.empty(), Optional.empty(), amount, 0);
    }
}
