/** What members do with their coins: {@code /balance}, {@code /deposit}, {@code /withdraw}, {@code /pay}, {@code /history}. */
@NullMarked
package dev.warren.economy.purse;

import org.jspecify.annotations.NullMarked;
