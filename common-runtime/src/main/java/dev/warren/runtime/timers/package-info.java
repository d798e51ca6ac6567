/** What is due later: the record first, then its effect when that record is consumed. */
@NullMarked
package dev.warren.runtime.timers;

import org.jspecify.annotations.NullMarked;
