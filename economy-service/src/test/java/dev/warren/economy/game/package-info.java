/** Tests of games by themselves. */
@NullMarked
package dev.warren.economy.game;

import org.jspecify.annotations.NullMarked;
