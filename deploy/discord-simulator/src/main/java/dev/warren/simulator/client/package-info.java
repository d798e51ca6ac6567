/** A small client of the control API, for tests and benchmarks of other modules. */
@NullMarked
package dev.warren.simulator.client;

import org.jspecify.annotations.NullMarked;
