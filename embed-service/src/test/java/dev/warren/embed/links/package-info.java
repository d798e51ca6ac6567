@NullMarked
package dev.warren.embed.links;

import org.jspecify.annotations.NullMarked;
