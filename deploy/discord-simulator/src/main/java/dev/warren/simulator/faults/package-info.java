/** What can be made to go wrong on purpose. */
@NullMarked
package dev.warren.simulator.faults;

import org.jspecify.annotations.NullMarked;
