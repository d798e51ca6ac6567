/** The command {@code /richest}: who has most coins, page by page. */
@NullMarked
package dev.warren.economy.richest;

import org.jspecify.annotations.NullMarked;
