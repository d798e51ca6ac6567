/** Tests of giveaways by themselves. */
@NullMarked
package dev.warren.economy.giveaway;

import org.jspecify.annotations.NullMarked;
