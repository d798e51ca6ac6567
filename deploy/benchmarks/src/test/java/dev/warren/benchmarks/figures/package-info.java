/** Tests of the arithmetic of figures. */
@NullMarked
package dev.warren.benchmarks.figures;

import org.jspecify.annotations.NullMarked;
