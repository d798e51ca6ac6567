/** Small fun: dice, choices, the ball that knows, and memes. */
@NullMarked
package dev.warren.ai.fun;

import org.jspecify.annotations.NullMarked;
