/** What guilds sell: {@code /shop}, {@code /buy}, {@code /inventory}, {@code /use}, {@code /sell}, {@code /gift}. */
@NullMarked
package dev.warren.economy.shop;

import org.jspecify.annotations.NullMarked;
