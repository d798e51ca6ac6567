package dev.warren.economy.ledger;

/**
 * Transactions sealed together, and with all before them.
 *
 * @param number counts from 1 within the guild
 * @param first the number of its first transaction
 * @param last the number of its last transaction
 * @param hash of the hash before it and the hashes of its transactions, as {@link Canonical} says it
 */
public record Block(long number, long first, long last, Hash hash) {}
