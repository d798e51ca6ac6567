/** Memes, drawn here over templates of our own: nothing is fetched. */
@NullMarked
package dev.warren.ai.memes;

import org.jspecify.annotations.NullMarked;
