package dev.warren.economy.desk;

import dev.warren.economy.ledger.Account;
import dev.warren.economy.ledger.Coins;
import dev.warren.economy.ledger.Leg;
import java.util.ArrayList;
import java.util.List;

/** Coins that a guild owes: its account pays as long as it has some, and the mint pays the rest. */
public final class Payouts {
    private Payouts() {}

    /**
     * The legs of a payment; they sum to zero.
     *
     * @param payer the treasury or the house
     * @param taken what the payer gets in the same transaction from the payee; negative amounts go to the payee
     */
    public static List<Leg> settle(Account payer, Account mint, Account payee, long taken) {
        var legs = new ArrayList<Leg>();
        long fromPayer = taken >= 0 ? taken : -Math.min(-taken, payer.balance());
        legs.add(new Leg(payee.id(), -taken));
        legs.add(new Leg(payer.id(), fromPayer));
        if (fromPayer != taken) {
            legs.add(new Leg(mint.id(), taken - fromPayer));
        }
        return legs;
    }

    /** The same for coins that go to the payee. */
    public static List<Leg> pay(Account payer, Account mint, Account payee, Coins coins) {
        return settle(payer, mint, payee, -coins.amount());
    }
}
