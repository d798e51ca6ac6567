/** What is due later: the record first, then its effect. */
@NullMarked
package dev.warren.runtime.timers;

import org.jspecify.annotations.NullMarked;
