/** Tests of what is read from the system. */
@NullMarked
package dev.warren.benchmarks.processes;

import org.jspecify.annotations.NullMarked;
