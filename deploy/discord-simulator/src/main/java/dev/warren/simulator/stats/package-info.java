/** Counts of what the local Discord did. */
@NullMarked
package dev.warren.simulator.stats;

import org.jspecify.annotations.NullMarked;
