/** The links of a message, as Discord renders them. */
@NullMarked
package dev.warren.embed.links;

import org.jspecify.annotations.NullMarked;
