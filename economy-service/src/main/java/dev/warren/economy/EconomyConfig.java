package dev.warren.economy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Settings of this service, under {@code warren.economy.}. */
@ConfigMapping(prefix = "warren.economy")
public interface EconomyConfig {
    /** Members or transactions on one page. */
    @WithDefault("10")
    @Min(1)
    @Max(20)
    int pageSize();

    /** How soon after a payment the same one is asked about instead of made. */
    @WithDefault("30s")
    Duration repeatedPayment();

    /** How long the buttons of that question can be used. */
    @WithDefault("5m")
    Duration questionStands();

    /** How many transactions a member may have proved at once; more are proved by {@code warren ledger verify}. */
    @WithDefault("100000")
    @Min(1)
    @Max(10_000_000)
    long mostVerified();

    Telling telling();

    Taxes taxes();

    Supply supply();

    Airdrop airdrop();

    Shop shop();

    Games games();

    Giveaways giveaways();

    /** How what is posted in batches is told. */
    interface Telling {
        /** How often somebody looks for what is not told yet; what this instance stores it tells at once. */
        @WithDefault("5s")
        Duration every();

        /** How many transactions are told of at once; a block that has more is told of by itself. */
        @WithDefault("1000")
        @Min(1)
        @Max(10_000)
        int batch();

        /** How many transactions this instance keeps until they are told of; what is not kept is read back. */
        @WithDefault("10000")
        @Min(0)
        @Max(100_000)
        int atHand();

        /** How long the broker may take to acknowledge them; after that they are sent again. */
        @WithDefault("30s")
        Duration patience();
    }

    /** The tax on wealth. */
    interface Taxes {
        /** How often its timers are set by what holds. */
        @WithDefault("10m")
        Duration every();

        /** How many members of a guild pay it at once, the richest. */
        @WithDefault("10000")
        @Min(1)
        @Max(50_000)
        int most();
    }

    /** How the supply of coins is shown. */
    interface Supply {
        /** How many of the newest entries of the mint, and of the treasury, are looked at. */
        @WithDefault("200000")
        @Min(1)
        @Max(5_000_000)
        int lookedAt();

        /** How many pictures may wait to be drawn; beyond that there are numbers alone. */
        @WithDefault("8")
        @Min(1)
        @Max(100)
        int waiting();

        /** How long somebody waits for a picture. */
        @WithDefault("2s")
        Duration patience();

        /** How long the thread that draws stays when there is nothing to draw. */
        @WithDefault("30s")
        Duration idle();
    }

    /** Coins for many. */
    interface Airdrop {
        /** How many members can claim one, or be rained on. */
        @WithDefault("500")
        @Min(1)
        @Max(1000)
        int most();

        /** How many can claim one where nobody says. */
        @WithDefault("10")
        @Min(1)
        @Max(1000)
        int usual();

        /** How long one can be claimed where nobody says. */
        @WithDefault("10m")
        Duration lasts();

        /** The longest that one can be claimed. */
        @WithDefault("7d")
        Duration longest();

        /** How far back rain looks for those who wrote, where nobody says. */
        @WithDefault("30m")
        Duration rainsWithin();
    }

    /** What guilds sell. */
    interface Shop {
        /** How many items a guild can sell. */
        @WithDefault("100")
        @Min(1)
        @Max(500)
        int most();
    }

    /** Games against the house. */
    interface Games {
        /** How long a hand of blackjack waits for its next move; then it stands. */
        @WithDefault("15m")
        Duration handLasts();
    }

    /** Prizes that are drawn. */
    interface Giveaways {
        /** The longest that one can be entered; what the gateway knows of its own messages lasts 30 days. */
        @WithDefault("28d")
        Duration longest();

        /** How late a draw must be for it to be said. */
        @WithDefault("1m")
        Duration lateAfter();

        /** For how long it makes sense to tell who won. */
        @WithDefault("1d")
        Duration postWithin();
    }
}
