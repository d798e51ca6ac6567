package dev.warren.economy.airdrop;

import dev.warren.economy.due.Boards.Board;
import dev.warren.economy.ledger.Coins;
import dev.warren.schemas.economy.MarketEvents.AirdropKind;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Coins that a member set apart for others to claim.
 *
 * @param giver none when they were erased
 * @param coins at least one for each place
 * @param claims how many have claimed
 */
record Airdrop(
        long id,
        GuildId guild,
        Optional<UserId> giver,
        AirdropKind kind,
        Coins coins,
        int places,
        Board board,
        Instant endsAt,
        int claims,
        boolean ended) {
    Airdrop {
        if (places < 1) {
            throw new IllegalArgumentException("places must be at least 1: " + places);
        }
        if (coins.amount() < places) {
            throw new IllegalArgumentException("coins must be at least one for each place: " + coins.amount());
        }
        if (claims < 0 || claims > places) {
            throw new IllegalArgumentException("claims must be 0 to the places: " + claims);
        }
    }

    /** What came of a claim. */
    sealed interface Claim {
        /**
         * A place.
         *
         * @param place from 1
         * @param coins what is paid at once; none where all is shared at the end
         */
        record Granted(int place, Coins coins) implements Claim {}

        record Own() implements Claim {}

        record Again() implements Claim {}

        record Full() implements Claim {}

        record Over() implements Claim {}
    }

    /** The account in which the coins lie. */
    static String escrow(long id) {
        return "airdrop:" + id;
    }

    String escrow() {
        return escrow(id);
    }

    /** What each of the first gets, and the least that each gets who shares evenly. */
    Coins share() {
        return new Coins(coins.amount() / places);
    }

    /** What each gets who has claimed by the end, where it is shared evenly. */
    Coins evenShare() {
        return claims == 0 ? Coins.NONE : new Coins(coins.amount() / claims);
    }

    boolean isFull() {
        return claims == places;
    }

    /** @param before whether the member has claimed it before */
    Claim claim(UserId member, boolean before, Instant at) {
        if (giver.filter(member::equals).isPresent()) {
            return new Claim.Own();
        }
        if (before) {
            return new Claim.Again();
        }
        if (isFull()) {
            return new Claim.Full();
        }
        if (ended || !at.isBefore(endsAt)) {
            return new Claim.Over();
        }
        return new Claim.Granted(
                claims + 1,
                switch (kind) {
                    case FIRST -> share();
                    case EVEN -> Coins.NONE;
                });
    }

    Airdrop claimed() {
        return new Airdrop(id, guild, giver, kind, coins, places, board, endsAt, claims + 1, ended);
    }

    Airdrop over() {
        return new Airdrop(id, guild, giver, kind, coins, places, board, endsAt, claims, true);
    }
}
