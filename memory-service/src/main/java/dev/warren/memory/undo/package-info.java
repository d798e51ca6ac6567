/** What members did and can take back: a bounded list of their deeds in a guild, each with what was there before and after. */
@NullMarked
package dev.warren.memory.undo;

import org.jspecify.annotations.NullMarked;
