/** Tests of this room. */
@NullMarked
package dev.warren.leveling.level;

import org.jspecify.annotations.NullMarked;
