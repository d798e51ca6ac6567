package dev.warren.economy.ledger;

import dev.warren.schemas.economy.AccountId;

/**
 * What one account is to gain or to lose.
 *
 * @param amount whole coins; negative to lose them, 0 where it is only concerned
 */
public record Leg(AccountId account, long amount) {}
