/** Tests of this room. */
@NullMarked
package dev.warren.leveling.experience;

import org.jspecify.annotations.NullMarked;
