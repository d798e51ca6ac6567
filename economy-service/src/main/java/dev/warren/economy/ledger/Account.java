package dev.warren.economy.ledger;

import static java.util.Objects.requireNonNull;

import dev.warren.schemas.economy.AccountId;
import dev.warren.schemas.economy.AccountKind;
import dev.warren.schemas.ids.UserId;
import java.util.Optional;

/**
 * An account as it stands.
 *
 * @param member whose wallet or bank it is; none for a guild's, and for that of an erased member
 * @param purpose of an escrow
 * @param balance whole coins; negative for the mint alone
 */
public record Account(AccountId id, AccountKind kind, Optional<UserId> member, Optional<String> purpose, long balance) {
    public Account {
        requireNonNull(id, "id");
        if (balance < 0 && kind != AccountKind.MINT) {
            throw new IllegalArgumentException("balance must not be negative: " + balance);
        }
        if (purpose.isPresent() != (kind == AccountKind.ESCROW)) {
            throw new IllegalArgumentException("purpose must be given for an escrow and for nothing else: " + kind);
        }
    }

    /** What can be taken from it. */
    public Coins coins() {
        return new Coins(Math.max(0, balance));
    }

    Account with(long changed) {
        return new Account(id, kind, member, purpose, changed);
    }
}
