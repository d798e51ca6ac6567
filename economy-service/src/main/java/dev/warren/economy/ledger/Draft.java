package dev.warren.economy.ledger;

import static java.util.Objects.requireNonNull;

import dev.warren.schemas.economy.AccountId;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.ids.EventId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A transaction that is wished for. What is given somewhere is taken elsewhere.
 *
 * @param key what causes it; a second transaction of the same key cannot be
 * @param at to the microsecond, as the database keeps it
 * @param reverses the number of the transaction that it takes back
 * @param legs of different accounts, summing to zero
 */
public record Draft(EventId key, Cause cause, Instant at, Optional<Long> reverses, List<Leg> legs) {
    public Draft {
        requireNonNull(key, "key");
        if (cause == Cause.OTHER) {
            throw new IllegalArgumentException("cause must be a known one: " + cause);
        }
        at = at.truncatedTo(ChronoUnit.MICROS);
        legs = List.copyOf(legs);
        if (legs.size() < 2) {
            throw new IllegalArgumentException("legs must be at least 2: " + legs.size());
        }
        var accounts = new HashSet<AccountId>();
        long sum = 0;
        for (var leg : legs) {
            sum = Math.addExact(sum, leg.amount());
            if (!accounts.add(leg.account())) {
                throw new IllegalArgumentException("legs must be of different accounts: " + leg.account());
            }
        }
        if (sum != 0) {
            throw new IllegalArgumentException("legs must sum to zero: " + sum);
        }
    }

    /** Coins go from one account to another. */
    public static Draft transfer(EventId key, Cause cause, Instant at, AccountId from, AccountId to, Coins coins) {
        return new Draft(
                key, cause, at, Optional.empty(), List.of(new Leg(from, -coins.amount()), new Leg(to, coins.amount())));
    }

    /** The same, and of what is given a part goes elsewhere; no part, no leg. */
    public static Draft transfer(
            EventId key,
            Cause cause,
            Instant at,
            AccountId from,
            AccountId to,
            Coins coins,
            AccountId feeTo,
            Coins fee) {
        var legs = new ArrayList<Leg>();
        legs.add(new Leg(from, -coins.amount()));
        legs.add(new Leg(to, coins.minus(fee).amount()));
        if (!fee.isNone()) {
            legs.add(new Leg(feeTo, fee.amount()));
        }
        return new Draft(key, cause, at, Optional.empty(), legs);
    }

    /** The opposite of a transaction. */
    public static Draft reversal(EventId key, Instant at, Transaction of) {
        return new Draft(
                key,
                Cause.REVERSAL,
                at,
                Optional.of(of.number()),
                of.entries().stream()
                        .map(entry -> new Leg(entry.account(), Math.negateExact(entry.amount())))
                        .toList());
    }
}
