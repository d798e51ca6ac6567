/** Pictures by configured providers; with none, it says so and draws nothing. */
@NullMarked
package dev.warren.ai.images;

import org.jspecify.annotations.NullMarked;
