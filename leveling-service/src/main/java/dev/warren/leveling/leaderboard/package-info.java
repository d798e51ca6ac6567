/** The command {@code /leaderboard}: who has most experience, page by page. */
@NullMarked
package dev.warren.leveling.leaderboard;

import org.jspecify.annotations.NullMarked;
