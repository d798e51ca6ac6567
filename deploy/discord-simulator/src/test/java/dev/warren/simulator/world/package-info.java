/** What the local Discord holds. */
@NullMarked
package dev.warren.simulator.world;

import org.jspecify.annotations.NullMarked;
