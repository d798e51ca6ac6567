/** Links that unfold, and feeds that are followed. */
@NullMarked
package dev.warren.embed;

import org.jspecify.annotations.NullMarked;
