/** How fast the memory service keeps, finds and forgets. */
@NullMarked
package dev.warren.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
