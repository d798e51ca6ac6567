/** Tests of this room. */
@NullMarked
package dev.warren.leveling.rank;

import org.jspecify.annotations.NullMarked;
