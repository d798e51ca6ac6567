/** Lettuce, and the claim check for bytes too large for a record. */
@NullMarked
package dev.warren.runtime.redis;

import org.jspecify.annotations.NullMarked;
