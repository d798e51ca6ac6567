/** How quickly links are shown, how many, and how often they are asked for. */
@NullMarked
package dev.warren.benchmarks.embed;

import org.jspecify.annotations.NullMarked;
