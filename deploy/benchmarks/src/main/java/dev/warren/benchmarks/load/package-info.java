/** Load that keeps its rate whether it is answered or not, and latencies that count from the moment at which each thing was due. */
@NullMarked
package dev.warren.benchmarks.load;

import org.jspecify.annotations.NullMarked;
