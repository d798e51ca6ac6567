/** Errors on real servers. */
@NullMarked
package dev.warren.memory.errors;

import org.jspecify.annotations.NullMarked;
