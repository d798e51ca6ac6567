/** The ledger: double entry, append-only, numbered without gaps and sealed in hash-chained blocks, each guild's by itself. */
@NullMarked
package dev.warren.economy.ledger;

import org.jspecify.annotations.NullMarked;
