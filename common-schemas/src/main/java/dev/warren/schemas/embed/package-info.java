/** What the embed service decided. */
@NullMarked
package dev.warren.schemas.embed;

import org.jspecify.annotations.NullMarked;
