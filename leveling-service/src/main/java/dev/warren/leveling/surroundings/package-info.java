/** What a guild consists of, as far as the gateway told: what stands in what, which channel is for the absent, which roles there are. */
@NullMarked
package dev.warren.leveling.surroundings;

import org.jspecify.annotations.NullMarked;
