/** Who the bot is while it speaks. */
@NullMarked
package dev.warren.ai.personas;

import org.jspecify.annotations.NullMarked;
