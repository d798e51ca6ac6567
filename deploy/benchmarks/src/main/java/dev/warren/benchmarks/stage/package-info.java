/** What benches use of a running stack: its broker by plain clients, and loads that its local Discord makes. */
@NullMarked
package dev.warren.benchmarks.stage;

import org.jspecify.annotations.NullMarked;
