/** Starts the processes of a stack in order, restarts what dies, and stops all in order. */
@NullMarked
package dev.warren.cli.supervise;

import org.jspecify.annotations.NullMarked;
