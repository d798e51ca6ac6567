/** How people write things, and how the bot writes them back. */
@NullMarked
package dev.warren.runtime.texts;

import org.jspecify.annotations.NullMarked;
