/** Tests of this room. */
@NullMarked
package dev.warren.leveling.voice;

import org.jspecify.annotations.NullMarked;
