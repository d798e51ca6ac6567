/** By what a guild gives XP: factors, exclusions, what keeps farmers away, and the curve of levels. Pure values and their JSON. */
@NullMarked
package dev.warren.leveling.rules;

import org.jspecify.annotations.NullMarked;
