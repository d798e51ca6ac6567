/** The program that runs benchmarks by name. */
@NullMarked
package dev.warren.benchmarks;

import org.jspecify.annotations.NullMarked;
