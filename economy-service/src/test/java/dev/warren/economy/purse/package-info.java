/** Tests of purse. */
@NullMarked
package dev.warren.economy.purse;

import org.jspecify.annotations.NullMarked;
