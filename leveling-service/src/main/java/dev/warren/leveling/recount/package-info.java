/** {@code /xp recount}: what members would have under the rules of now, and makes it so. */
@NullMarked
package dev.warren.leveling.recount;

import org.jspecify.annotations.NullMarked;
