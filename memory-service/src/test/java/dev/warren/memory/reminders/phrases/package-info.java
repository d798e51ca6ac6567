/** Times as people write them. */
@NullMarked
package dev.warren.memory.reminders.phrases;

import org.jspecify.annotations.NullMarked;
