/** What a guild allows in prompts and answers. */
@NullMarked
package dev.warren.ai.rules;

import org.jspecify.annotations.NullMarked;
