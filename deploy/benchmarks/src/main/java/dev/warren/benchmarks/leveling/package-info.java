/** How fast facts become XP, and that they become the same however they come. */
@NullMarked
package dev.warren.benchmarks.leveling;

import org.jspecify.annotations.NullMarked;
