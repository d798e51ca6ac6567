package dev.warren.economy.giveaway;

import dev.warren.economy.due.Boards.Board;
import dev.warren.economy.fair.Seed;
import dev.warren.economy.ledger.Coins;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A prize that is drawn among those who entered.
 *
 * @param host none when they were erased
 * @param prize in words; empty where coins are all of it
 * @param coins shared evenly by so many winners as were wanted; what is over goes back
 * @param seed of the next draw
 * @param rounds how often it was drawn
 * @param changes how often somebody entered or left
 */
record Giveaway(
        long id,
        GuildId guild,
        Optional<UserId> host,
        Board board,
        String prize,
        Coins coins,
        int winners,
        Requirement requirement,
        Instant endsAt,
        Seed seed,
        int rounds,
        long changes) {
    static final int LONGEST_PRIZE = 200;

    Giveaway {
        if (winners < 1) {
            throw new IllegalArgumentException("winners must be at least 1: " + winners);
        }
        if (prize.isEmpty() && coins.isNone()) {
            throw new IllegalArgumentException("a giveaway must have a prize or coins");
        }
        if (!coins.isNone() && coins.amount() < winners) {
            throw new IllegalArgumentException("coins must be at least one for each winner: " + coins.amount());
        }
    }

    /** The account in which the coins lie. */
    static String escrow(long id) {
        return "giveaway:" + id;
    }

    String escrow() {
        return escrow(id);
    }

    boolean isDrawn() {
        return rounds > 0;
    }

    boolean isOpen(Instant at) {
        return !isDrawn() && at.isBefore(endsAt);
    }

    /** What each winner gets. */
    Coins share() {
        return new Coins(coins.amount() / winners);
    }

    Giveaway changed() {
        return new Giveaway(
                id, guild, host, board, prize, coins, winners, requirement, endsAt, seed, rounds, changes + 1);
    }

    Giveaway drawn(Seed next) {
        return new Giveaway(
                id, guild, host, board, prize, coins, winners, requirement, endsAt, next, rounds + 1, changes);
    }
}
