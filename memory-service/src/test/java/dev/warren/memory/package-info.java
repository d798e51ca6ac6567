/** Tests of the memory service as a whole. */
@NullMarked
package dev.warren.memory;

import org.jspecify.annotations.NullMarked;
