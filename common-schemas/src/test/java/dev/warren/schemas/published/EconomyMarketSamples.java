package dev.warren.schemas.published;

import static dev.warren.schemas.published.DiscordSamples.FIVER;
import static dev.warren.schemas.published.DiscordSamples.GUILD;
import static dev.warren.schemas.published.DiscordSamples.HAZEL;
import static dev.warren.schemas.published.DiscordSamples.NOON;
import static dev.warren.schemas.published.Sample.full;
import static dev.warren.schemas.published.Sample.minimal;

import dev.warren.schemas.economy.ChanceEvents.GamePlayed;
import dev.warren.schemas.economy.ChanceEvents.GiveawayDrawn;
import dev.warren.schemas.economy.ChanceEvents.GiveawayEntryChanged;
import dev.warren.schemas.economy.ChanceEvents.GiveawayStarted;
import dev.warren.schemas.economy.ChanceEvents.SeedRevealed;
import dev.warren.schemas.economy.MarketEvents.AirdropClaimed;
import dev.warren.schemas.economy.MarketEvents.AirdropEnded;
import dev.warren.schemas.economy.MarketEvents.AirdropKind;
import dev.warren.schemas.economy.MarketEvents.AirdropStarted;
import dev.warren.schemas.economy.MarketEvents.Deadline;
import dev.warren.schemas.economy.MarketEvents.DeadlineReached;
import dev.warren.schemas.economy.MarketEvents.ItemChange;
import dev.warren.schemas.economy.MarketEvents.ItemChanged;
import dev.warren.schemas.economy.MarketEvents.ItemMove;
import dev.warren.schemas.economy.MarketEvents.ItemMoved;
import dev.warren.schemas.ids.RoleId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Airdrops, the shop, games and giveaways. */
final class EconomyMarketSamples {
    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final String SEED = "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752";
    private static final RoleId OWSLA = new RoleId(1_170_000_000_000_000_901L);

    private EconomyMarketSamples() {}

    static List<Sample> all() {
        return List.of(
                full(new AirdropStarted(
                        GUILD, 41, 12, HAZEL, AirdropKind.FIRST, 500, 10, NOON.plus(Duration.ofMinutes(10)))),
                full(new AirdropClaimed(GUILD, 41, 13, FIVER, 1, 50)),
                full(new AirdropEnded(GUILD, 41, 14, 1, 450)),
                full(new DeadlineReached(GUILD, Deadline.AIRDROP, 41, NOON)),
                full(new ItemChanged(
                        GUILD,
                        3,
                        15,
                        ItemChange.ADDED,
                        "Golden carrot",
                        250,
                        Optional.of(10L),
                        Optional.of(1L),
                        Optional.of(OWSLA),
                        Optional.of(OWSLA),
                        Optional.of(Duration.ofDays(7)))),
                minimal(new ItemChanged(
                        GUILD,
                        3,
                        15,
                        ItemChange.REMOVED,
                        "Golden carrot",
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())),
                full(new ItemMoved(GUILD, 3, 16, ItemMove.GIVEN, HAZEL, Optional.of(FIVER), 1, 250, Optional.of(9L))),
                minimal(new ItemMoved(GUILD, 3, 16, ItemMove.BOUGHT, HAZEL, Optional.empty(), 1, 0, Optional.empty())),
                full(new GamePlayed(GUILD, 17, FIVER, "coinflip", 100, 200, HASH, "carrots", 4, "heads")),
                full(new SeedRevealed(GUILD, FIVER, SEED, HASH, HASH)),
                full(new GiveawayStarted(GUILD, 5, 18, HAZEL, 1000, 2, NOON.plus(Duration.ofDays(1)), HASH)),
                full(new GiveawayEntryChanged(GUILD, 5, 1, FIVER, true)),
                full(new GiveawayDrawn(GUILD, 5, 19, 0, List.of(FIVER), 1, HASH, SEED, HASH, 500)));
    }
}
