/** Proving a ledger: its chain, that coins are neither made nor lost, and that balances are what the entries make. */
@NullMarked
package dev.warren.economy.verification;

import org.jspecify.annotations.NullMarked;
