/** How long what members made is kept, and how it goes with a guild or a member. */
@NullMarked
package dev.warren.memory.community.keeping;

import org.jspecify.annotations.NullMarked;
