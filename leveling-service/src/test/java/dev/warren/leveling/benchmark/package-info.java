/** Measures how fast facts become rows; run by hand or by the benchmarks, not by the build. */
@NullMarked
package dev.warren.leveling.benchmark;

import org.jspecify.annotations.NullMarked;
