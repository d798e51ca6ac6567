/** How an answer reaches the channel: streamed, split, without pings. */
@NullMarked
package dev.warren.ai.delivery;

import org.jspecify.annotations.NullMarked;
