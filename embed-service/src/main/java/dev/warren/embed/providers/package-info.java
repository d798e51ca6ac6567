/** Who can tell what a link shows: one class for each site. */
@NullMarked
package dev.warren.embed.providers;

import org.jspecify.annotations.NullMarked;
