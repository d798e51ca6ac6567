/** Tests of this room. */
@NullMarked
package dev.warren.leveling.standing;

import org.jspecify.annotations.NullMarked;
