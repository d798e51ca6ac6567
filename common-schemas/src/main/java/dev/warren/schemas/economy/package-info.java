/** What the economy service decided. */
@NullMarked
package dev.warren.schemas.economy;

import org.jspecify.annotations.NullMarked;
