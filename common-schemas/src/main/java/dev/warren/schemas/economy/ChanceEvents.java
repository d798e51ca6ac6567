package dev.warren.schemas.economy;

import dev.warren.schemas.event.WireType;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.List;

/** What was decided in games and giveaways: part of {@link EconomyEvent}. */
public interface ChanceEvents {
    /**
     * A game is over.
     *
     * @param number of the transaction by which it began, and by which it is called
     * @param game its name, such as {@code coinflip}
     * @param stake what was put in
     * @param paid what came back, the stake included
     * @param seedHash SHA-256 of the server's seed, which is told when it is used no more
     * @param nonce which game of that seed it was, from 0
     * @param outcome what the draws came to, in the words of the game
     */
    @WireType("dev.warren.economy.game-played.v1")
    record GamePlayed(
            GuildId guild,
            long number,
            UserId user,
            String game,
            long stake,
            long paid,
            String seedHash,
            String memberSeed,
            long nonce,
            String outcome)
            implements EconomyEvent {
        public GamePlayed {
            Least.check("number", number, 1);
            Least.check("stake", stake, 1);
            Least.check("paid", paid, 0);
            Least.check("nonce", nonce, 0);
        }
    }

    /**
     * A seed is used no more and told, so that all that was drawn with it can be checked.
     *
     * @param seed in hexadecimal
     * @param seedHash its SHA-256, as it was told before
     * @param nextHash that of the seed which is used from now on
     */
    @WireType("dev.warren.economy.seed-revealed.v1")
    record SeedRevealed(GuildId guild, UserId user, String seed, String seedHash, String nextHash)
            implements EconomyEvent {}

    /**
     * A giveaway can be entered.
     *
     * @param giveaway counts over all guilds
     * @param number of the transaction that records it, and that sets its coins apart
     * @param coins 0 where the prize is something else; its text stays in the economy service
     * @param seedHash SHA-256 of the seed by which it will be drawn
     */
    @WireType("dev.warren.economy.giveaway-started.v1")
    record GiveawayStarted(
            GuildId guild,
            long giveaway,
            long number,
            UserId host,
            long coins,
            int winners,
            Instant endsAt,
            String seedHash)
            implements EconomyEvent {
        public GiveawayStarted {
            Least.check("giveaway", giveaway, 1);
            Least.check("number", number, 1);
            Least.check("coins", coins, 0);
            Least.check("winners", winners, 1);
        }
    }

    /**
     * A member entered a giveaway, or left it.
     *
     * @param change counts from 1 within the giveaway, without gaps
     */
    @WireType("dev.warren.economy.giveaway-entry-changed.v1")
    record GiveawayEntryChanged(GuildId guild, long giveaway, long change, UserId user, boolean entered)
            implements EconomyEvent {
        public GiveawayEntryChanged {
            Least.check("giveaway", giveaway, 1);
            Least.check("change", change, 1);
        }
    }

    /**
     * A giveaway was drawn.
     *
     * @param number of the transaction that records it, and that moves its coins
     * @param round 0 for the first draw, then one more for each further one
     * @param entrants how many it was drawn from
     * @param digest SHA-256 of the entrants, as the draw's text names it
     * @param seed by which it was drawn, in hexadecimal
     * @param nextHash SHA-256 of the seed by which it would be drawn again
     * @param share what each winner gets
     */
    @WireType("dev.warren.economy.giveaway-drawn.v1")
    record GiveawayDrawn(
            GuildId guild,
            long giveaway,
            long number,
            int round,
            List<UserId> winners,
            int entrants,
            String digest,
            String seed,
            String nextHash,
            long share)
            implements EconomyEvent {
        public GiveawayDrawn {
            Least.check("giveaway", giveaway, 1);
            Least.check("number", number, 1);
            Least.check("round", round, 0);
            Least.check("entrants", entrants, 0);
            Least.check("share", share, 0);
            winners = List.copyOf(winners);
        }
    }
}
