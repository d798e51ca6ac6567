/** Reads back what did not come by the socket: gap after gap, the newest channels first, at a rate that leaves Discord's limits to others. */
@NullMarked
package dev.warren.gateway.gaps;

import org.jspecify.annotations.NullMarked;
