/** Shows what the links of a message show, as a reply that follows the message. */
@NullMarked
package dev.warren.embed.unfolding;

import org.jspecify.annotations.NullMarked;
