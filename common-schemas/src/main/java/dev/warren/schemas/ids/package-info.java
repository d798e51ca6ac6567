/** A type for each id. Snowflakes are written as JSON strings, since JavaScript readers lose the lowest bits of such numbers. */
@NullMarked
package dev.warren.schemas.ids;

import org.jspecify.annotations.NullMarked;
