/** Tests of the program and of who may know whom. */
@NullMarked
package dev.warren.benchmarks;

import org.jspecify.annotations.NullMarked;
