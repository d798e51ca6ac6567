/** The command {@code /xp rules}: shows and changes by what a guild gives XP. */
@NullMarked
package dev.warren.leveling.ruling;

import org.jspecify.annotations.NullMarked;
