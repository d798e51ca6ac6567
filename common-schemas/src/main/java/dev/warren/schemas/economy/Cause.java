package dev.warren.schemas.economy;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Why coins moved. It grows with the features that move some; an older reader sees {@link #OTHER}. */
public enum Cause {
    /** Claimed once a day. */
    DAILY,
    /** Earned by {@code /work}. */
    WORK,
    /** Earned by writing. */
    ACTIVITY,
    /** From wallet to bank. */
    DEPOSIT,
    /** From bank to wallet. */
    WITHDRAWAL,
    /** From member to member. */
    PAYMENT,
    /** Given by those who manage the guild. */
    GRANT,
    /** Taken by those who manage the guild. */
    FINE,
    /** Takes an earlier transaction back. */
    REVERSAL,
    /** No coins move: from here on a member may not move any. */
    FREEZE,
    /** No coins move: the member may move some again. */
    THAW,
    /** A member is erased, and what they had is the guild's. */
    ERASURE,
    /** A cause of the future. */
    @JsonEnumDefaultValue
    OTHER
}
