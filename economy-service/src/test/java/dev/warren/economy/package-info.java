/** Tests of the economy service as a whole, and what they share. */
@NullMarked
package dev.warren.economy;

import org.jspecify.annotations.NullMarked;
