/** Searching the web. */
@NullMarked
package dev.warren.ai.search;

import org.jspecify.annotations.NullMarked;
