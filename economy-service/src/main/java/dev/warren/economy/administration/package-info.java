/** The command {@code /economy}, for those who manage a guild. */
@NullMarked
package dev.warren.economy.administration;

import org.jspecify.annotations.NullMarked;
