/** Who stands where in a guild: places, pages, totals. It reads what the experience room wrote. */
@NullMarked
package dev.warren.leveling.standing;

import org.jspecify.annotations.NullMarked;
