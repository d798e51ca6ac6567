/** Tests of this room. */
@NullMarked
package dev.warren.leveling.welcome;

import org.jspecify.annotations.NullMarked;
