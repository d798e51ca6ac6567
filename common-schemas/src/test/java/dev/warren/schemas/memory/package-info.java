/** What the memory service's events refuse. */
@NullMarked
package dev.warren.schemas.memory;

import org.jspecify.annotations.NullMarked;
