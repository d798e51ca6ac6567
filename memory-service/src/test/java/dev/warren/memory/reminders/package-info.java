/** Reminders on real servers. */
@NullMarked
package dev.warren.memory.reminders;

import org.jspecify.annotations.NullMarked;
