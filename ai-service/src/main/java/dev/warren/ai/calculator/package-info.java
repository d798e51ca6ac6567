/** Sums, with bounds on what one may cost. */
@NullMarked
package dev.warren.ai.calculator;

import org.jspecify.annotations.NullMarked;
