@NullMarked
package dev.warren.embed.providers;

import org.jspecify.annotations.NullMarked;
