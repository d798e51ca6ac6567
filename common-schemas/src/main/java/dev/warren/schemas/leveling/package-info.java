/** What the leveling service decided. */
@NullMarked
package dev.warren.schemas.leveling;

import org.jspecify.annotations.NullMarked;
