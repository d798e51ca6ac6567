/**
 * Leveling: members earn experience for what they write. The rooms are {@code experience} (facts to rows), {@code standing} (who stands
 * where), {@code rank} and {@code leaderboard} (the commands).
 */
@NullMarked
package dev.warren.leveling;

import org.jspecify.annotations.NullMarked;
