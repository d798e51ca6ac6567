@NullMarked
package dev.warren.embed.cache;

import org.jspecify.annotations.NullMarked;
