/** What a member sees of the world, and how it is brought to a browser while it happens. */
@NullMarked
package dev.warren.simulator.live;

import org.jspecify.annotations.NullMarked;
