/** Tests of this room. */
@NullMarked
package dev.warren.leveling.nudge;

import org.jspecify.annotations.NullMarked;
