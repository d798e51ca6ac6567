/** Coins for others to claim ({@code /airdrop}), and coins that fall on those who wrote of late ({@code /rain}). */
@NullMarked
package dev.warren.economy.airdrop;

import org.jspecify.annotations.NullMarked;
