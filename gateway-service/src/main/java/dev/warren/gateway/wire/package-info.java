/** Reads what Discord writes: JSON nodes to the words of the schemas. */
@NullMarked
package dev.warren.gateway.wire;

import org.jspecify.annotations.NullMarked;
