/** What a benchmark is, the figures that it gives, each beside a control of the same run, and how figures are shown. */
@NullMarked
package dev.warren.benchmarks.figures;

import org.jspecify.annotations.NullMarked;
