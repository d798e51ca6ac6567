/** Tests of the parts of the bench that need no stack. */
@NullMarked
package dev.warren.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
