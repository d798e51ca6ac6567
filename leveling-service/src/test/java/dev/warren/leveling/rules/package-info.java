/** Tests of this room. */
@NullMarked
package dev.warren.leveling.rules;

import org.jspecify.annotations.NullMarked;
