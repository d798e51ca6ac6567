/** Reminds quiet members, who asked for it, that their guild is still there. */
@NullMarked
package dev.warren.leveling.nudge;

import org.jspecify.annotations.NullMarked;
