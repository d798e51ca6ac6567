/** Prizes that are drawn among those who entered: {@code /giveaway}. */
@NullMarked
package dev.warren.economy.giveaway;

import org.jspecify.annotations.NullMarked;
