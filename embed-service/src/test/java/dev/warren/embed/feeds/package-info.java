@NullMarked
package dev.warren.embed.feeds;

import org.jspecify.annotations.NullMarked;
