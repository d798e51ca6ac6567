@NullMarked
package dev.warren.embed.unfolding;

import org.jspecify.annotations.NullMarked;
