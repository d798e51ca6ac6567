/** The local Discord, seen from outside: over its sockets and its HTTP. */
@NullMarked
package dev.warren.simulator;

import org.jspecify.annotations.NullMarked;
