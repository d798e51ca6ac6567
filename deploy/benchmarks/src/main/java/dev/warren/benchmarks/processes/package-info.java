/** What processes of this machine have used of processor and memory, as Linux tells in {@code /proc}. */
@NullMarked
package dev.warren.benchmarks.processes;

import org.jspecify.annotations.NullMarked;
