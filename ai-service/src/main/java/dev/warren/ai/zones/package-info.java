/** Times in the zones of the world, by the names people use. */
@NullMarked
package dev.warren.ai.zones;

import org.jspecify.annotations.NullMarked;
