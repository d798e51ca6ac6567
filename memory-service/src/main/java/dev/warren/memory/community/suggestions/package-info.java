/** What members suggest, how others think of it, and what became of it. */
@NullMarked
package dev.warren.memory.community.suggestions;

import org.jspecify.annotations.NullMarked;
