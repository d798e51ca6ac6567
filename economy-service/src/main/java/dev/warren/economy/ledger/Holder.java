package dev.warren.economy.ledger;

import dev.warren.schemas.economy.AccountId;
import dev.warren.schemas.ids.UserId;

/**
 * A member and their accounts.
 *
 * @param frozen whether those who manage the guild have forbidden them to move coins
 */
public record Holder(UserId member, AccountId wallet, AccountId bank, boolean frozen) {
    Holder frozen(boolean from) {
        return new Holder(member, wallet, bank, from);
    }
}
