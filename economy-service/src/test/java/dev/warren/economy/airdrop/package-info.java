/** Tests of airdrops by themselves. */
@NullMarked
package dev.warren.economy.airdrop;

import org.jspecify.annotations.NullMarked;
