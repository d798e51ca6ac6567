/** What links show, asked once for all instances and remembered for a while. */
@NullMarked
package dev.warren.embed.cache;

import org.jspecify.annotations.NullMarked;
