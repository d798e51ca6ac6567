/** What the memory service decided. */
@NullMarked
package dev.warren.schemas.memory;

import org.jspecify.annotations.NullMarked;
