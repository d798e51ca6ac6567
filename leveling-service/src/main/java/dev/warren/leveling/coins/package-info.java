/** XP for coins that members earned, where a guild wants it. */
@NullMarked
package dev.warren.leveling.coins;

import org.jspecify.annotations.NullMarked;
