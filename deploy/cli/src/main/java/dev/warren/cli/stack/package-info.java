/** One stack of processes that belong together: which there are, on which ports, in which folder, and what is recorded of them. */
@NullMarked
package dev.warren.cli.stack;

import org.jspecify.annotations.NullMarked;
