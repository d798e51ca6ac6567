/** Tests of what the scenarios reckon; the scenarios themselves are run by the end-to-end suite. */
@NullMarked
package dev.warren.benchmarks.faults;

import org.jspecify.annotations.NullMarked;
