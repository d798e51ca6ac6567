package dev.warren.schemas.published;

import static dev.warren.schemas.published.DiscordSamples.FIVER;
import static dev.warren.schemas.published.DiscordSamples.GUILD;
import static dev.warren.schemas.published.DiscordSamples.HAZEL;
import static dev.warren.schemas.published.DiscordSamples.HELLO;
import static dev.warren.schemas.published.DiscordSamples.NOON;
import static dev.warren.schemas.published.Sample.full;
import static dev.warren.schemas.published.Sample.minimal;

import dev.warren.schemas.economy.AccountId;
import dev.warren.schemas.economy.AccountKind;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.economy.EconomyEvent.Entry;
import dev.warren.schemas.economy.EconomyEvent.TransactionRecorded;
import dev.warren.schemas.ids.EventId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Coins that moved. */
final class EconomySamples {
    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final AccountId WALLET = new AccountId(8_437_219_004_113_577_201L);
    private static final AccountId ESCROW = new AccountId(3_120_558_870_442_190_933L);
    private static final AccountId MINT = new AccountId(77_120_991_335_602_118L);

    private EconomySamples() {}

    static List<Sample> all() {
        return Stream.concat(ledger().stream(), EconomyMarketSamples.all().stream())
                .toList();
    }

    private static List<Sample> ledger() {
        return List.of(
                full(new TransactionRecorded(
                        GUILD,
                        12,
                        EventId.command(HELLO),
                        Cause.REVERSAL,
                        NOON,
                        Optional.of(9L),
                        List.of(
                                new Entry(WALLET, AccountKind.WALLET, Optional.of(FIVER), Optional.empty(), 250, 750),
                                new Entry(
                                        ESCROW,
                                        AccountKind.ESCROW,
                                        Optional.empty(),
                                        Optional.of("airdrop:41"),
                                        -250,
                                        0)),
                        7,
                        HASH)),
                minimal(new TransactionRecorded(
                        GUILD,
                        1,
                        EventId.command(HELLO),
                        Cause.DAILY,
                        NOON,
                        Optional.empty(),
                        List.of(
                                new Entry(MINT, AccountKind.MINT, Optional.empty(), Optional.empty(), -200, -200),
                                new Entry(WALLET, AccountKind.WALLET, Optional.of(HAZEL), Optional.empty(), 200, 200)),
                        1,
                        HASH)));
    }
}
