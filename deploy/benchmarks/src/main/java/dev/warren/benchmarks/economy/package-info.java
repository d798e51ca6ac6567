/** How fast the ledger is, and that no coin is lost by it. */
@NullMarked
package dev.warren.benchmarks.economy;

import org.jspecify.annotations.NullMarked;
