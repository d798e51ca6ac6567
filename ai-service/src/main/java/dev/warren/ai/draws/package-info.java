/** Chance that can be drawn again: from the id of the event and a recorded seed. */
@NullMarked
package dev.warren.ai.draws;

import org.jspecify.annotations.NullMarked;
