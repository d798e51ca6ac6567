package dev.warren.schemas.economy;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What an account of the ledger is for. */
public enum AccountKind {
    /** What a member carries about. */
    WALLET,
    /** What a member has put aside. */
    BANK,
    /** What a guild has collected: fees, fines, what the erased left. */
    TREASURY,
    /** What games are played against. */
    HOUSE,
    /** What is set apart until its turn: an airdrop, a giveaway. */
    ESCROW,
    /** Where coins come from and go to: the only account that may be negative, by as many coins as there are. */
    MINT,
    /** A kind of the future. */
    @JsonEnumDefaultValue
    OTHER
}
