/** Tests of this room. */
@NullMarked
package dev.warren.leveling.leaderboard;

import org.jspecify.annotations.NullMarked;
