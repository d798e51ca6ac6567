@NullMarked
package dev.warren.embed.fetching;

import org.jspecify.annotations.NullMarked;
