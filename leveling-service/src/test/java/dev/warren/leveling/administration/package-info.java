/** Tests of this room. */
@NullMarked
package dev.warren.leveling.administration;

import org.jspecify.annotations.NullMarked;
