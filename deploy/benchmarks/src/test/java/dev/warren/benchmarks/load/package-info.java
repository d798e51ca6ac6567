/** Tests of the open loop, on a clock that stands still. */
@NullMarked
package dev.warren.benchmarks.load;

import org.jspecify.annotations.NullMarked;
