/** Why members have the XP that they have: {@code /xp why} and {@code /xp at}. */
@NullMarked
package dev.warren.leveling.inspection;

import org.jspecify.annotations.NullMarked;
