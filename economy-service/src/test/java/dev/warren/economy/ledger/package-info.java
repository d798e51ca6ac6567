/** Tests of the ledger. */
@NullMarked
package dev.warren.economy.ledger;

import org.jspecify.annotations.NullMarked;
