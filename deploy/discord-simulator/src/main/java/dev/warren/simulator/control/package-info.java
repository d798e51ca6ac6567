/** The control API: what members of the local Discord do, faults, load and figures. */
@NullMarked
package dev.warren.simulator.control;

import org.jspecify.annotations.NullMarked;
