/** What conversation costs beside the models themselves. */
@NullMarked
package dev.warren.benchmarks.ai;

import org.jspecify.annotations.NullMarked;
