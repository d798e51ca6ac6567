/** A stack of the bench's own, started and stopped by the command {@code warren} like anybody's. */
@NullMarked
package dev.warren.benchmarks.stack;

import org.jspecify.annotations.NullMarked;
