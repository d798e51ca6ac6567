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
    /** A member sets coins apart for others to claim. */
    AIRDROP,
    /** What was set apart is claimed; no coins move where they are shared at the end. */
    AIRDROP_CLAIM,
    /** An airdrop is over: what is to be shared is shared, and the rest goes back. */
    AIRDROP_END,
    /** A member shares coins among those who wrote of late. */
    RAIN,
    /** No coins move: the shop of a guild was changed. */
    SHOP,
    /** Paid for items. */
    PURCHASE,
    /** Got for items. */
    SALE,
    /** No coins move: items go from member to member. */
    GIFT,
    /** No coins move: items are used. */
    USE,
    /** Put into a game, or won by it. */
    GAME,
    /** A giveaway begins; its coins, if there are some, are set apart. */
    GIVEAWAY,
    /** A giveaway is drawn: its coins, if there are some, go to the winners, and the rest goes back. */
    PRIZE,
    /** Paid for a level that was reached. */
    LEVEL,
    /** A part of great wealth, for the treasury. */
    WEALTH_TAX,
    /** Taken out of circulation: the treasury gives coins back to the mint. */
    BURN,
    /** A cause of the future. */
    @JsonEnumDefaultValue
    OTHER
}
