/** Tests of this room. */
@NullMarked
package dev.warren.leveling.inspection;

import org.jspecify.annotations.NullMarked;
