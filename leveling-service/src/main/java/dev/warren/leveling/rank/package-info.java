/** The command {@code /rank}: one member's level, place and progress. */
@NullMarked
package dev.warren.leveling.rank;

import org.jspecify.annotations.NullMarked;
