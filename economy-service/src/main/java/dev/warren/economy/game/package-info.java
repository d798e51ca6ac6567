/** Games against the house: {@code /coinflip}, {@code /dice}, {@code /slots}, {@code /blackjack}, and {@code /fair} to check them. */
@NullMarked
package dev.warren.economy.game;

import org.jspecify.annotations.NullMarked;
